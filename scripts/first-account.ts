import { parseArgs } from 'node:util';
import { connect, demandMigrated } from '../server/connect.ts';
import { ADMINISTRATEUR, type Caller } from '../server/core/access.ts';
import { openDatabase } from '../server/core/database.ts';
import { Problem } from '../server/core/errors.ts';
import { systemCaller } from '../server/core/jobs/system.ts';
import { fieldLabel, say } from '../server/core/messages/messages.ts';
import { type Transaction, transact } from '../server/core/records/transaction.ts';
import { create } from '../server/core/records/write.ts';
import type { Resource } from '../server/core/resource.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { succursales } from '../server/features/organisation/succursales/resource.ts';
import { LINK_MINUTES, newPasswordLink } from '../server/features/organisation/utilisateurs/mot-de-passe.ts';
import { utilisateurs } from '../server/features/organisation/utilisateurs/resource.ts';
import { runningPostgres } from './postgres/running.ts';

const usage = `npm run first-account -- --email mireille@exemple.cg --nom BANZOUZI --prenom Mireille --ville Brazzaville --pays CG
Crée la direction générale (pays : CG ou CM) et son premier administrateur dans une base qui n’a encore aucun compte.
Base : DATABASE_URL, ou celle du serveur que npm start fait tourner.`;

/** The one who starts the server acts, with the reach that the account is to have. */
const caller: Caller = {
  ...systemCaller,
  actor: { ...systemCaller.actor, role: ADMINISTRATEUR },
  motif: 'Premier compte',
};

const options = {
  email: { type: 'string' },
  nom: { type: 'string' },
  prenom: { type: 'string' },
  ville: { type: 'string' },
  pays: { type: 'string' },
} as const;

/** @returns the path at which the new administrateur chooses a password */
async function firstAccount(
  tx: Transaction,
  { ville, pays, ...person }: Record<string, string | undefined>,
): Promise<string> {
  await tx.query('lock table utilisateurs in share row exclusive mode');
  const [someone] = await tx.query('select from utilisateurs limit 1');
  if (someone)
    throw new CannotStart('Cette base a déjà des comptes : un administrateur crée les autres dans le panneau');
  const [role] = await tx.query<{ id: number }>('select id from roles where code = $1', [ADMINISTRATEUR]);
  const succursale_id =
    (await onTop(tx)) ?? (await created(tx, succursales, { code: 'DG', nom: 'Direction générale', ville, pays }));
  const id = await created(tx, utilisateurs, { ...person, role_id: role?.id, succursale_id });
  return (await newPasswordLink(tx, id)).lien;
}

async function onTop(tx: Transaction): Promise<number | undefined> {
  const [top] = await tx.query<{ id: number }>('select id from succursales where parent_id is null');
  return top?.id;
}

async function created(tx: Transaction, resource: Resource, body: object): Promise<number> {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  const { id } = await create(tx, resource, Object.fromEntries(given)).catch((error) => {
    throw error instanceof Problem ? new CannotStart(mistakes(resource, error)) : error;
  });
  return Number(id);
}

function mistakes(resource: Resource, { said, errors }: Problem): string {
  const fields = Object.entries(errors).map(([field, [first = said]]) => {
    return `${fieldLabel('fr', resource, field)} : ${say('fr', first)}`;
  });
  return [...(fields.length > 0 ? fields : [say('fr', said)]), usage].join('\n');
}

/** `npm run first-account`: lets somebody in where the demonstration does not. */
async function main(): Promise<string> {
  const { values } = parseArgs({ options });
  const { DATABASE_URL, GUICHET_DATA = '.data', GUICHET_URL = '' } = process.env;
  const url = DATABASE_URL || (await runningPostgres(GUICHET_DATA));
  if (!url) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  const source = await demandMigrated(await connect({ DATABASE_URL: url, GUICHET_POOL: 3 }));
  try {
    const lien = await transact(openDatabase(source), caller, (tx) => firstAccount(tx, values));
    return `Compte créé. Pour choisir son mot de passe, dans les ${LINK_MINUTES} minutes :\n${GUICHET_URL}${lien}`;
  } finally {
    await source.destroy();
  }
}

try {
  console.log(await main());
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
