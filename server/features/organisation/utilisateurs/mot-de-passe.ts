import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import type { ActionResult } from '../../../core/action.ts';
import { champInvalide, nonIdentifie } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { parse } from '../../../core/validation.ts';
import { isCommonPassword } from './mots-de-passe-courants.ts';
import type { Utilisateur } from './utilisateur.ts';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** ASVS 6.2: at least 12 characters, at most 128, not one that everybody uses; no rule of composition. */
export const passwordSchema = z
  .string()
  .min(12)
  .max(128)
  .refine((typed) => !isCommonPassword(typed), { error: 'mot_de_passe_courant' });

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Takes the same time for an account that does not exist, or has no password. */
export async function passwordFits(stored: string | null | undefined, typed: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const fits = await verify(stored ?? (await decoy), typed.slice(0, 128));
  return fits && stored != null;
}

/** Links live an hour; only their digest is kept. */
export const LINK_MINUTES = 60;
const digest = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Makes a link with which the person chooses a password, once: its path, and until when it opens. */
export async function newPasswordLink(tx: Transaction, utilisateur_id: number) {
  const token = randomBytes(32).toString('base64url');
  const [row] = await tx.query<{ expire_le: Date }>(
    `insert into liens_mot_de_passe (utilisateur_id, empreinte, expire_le)
     values ($1, $2, now() + $3 * interval '1 minute') returning expire_le`,
    [utilisateur_id, digest(token), LINK_MINUTES],
  );
  return { lien: `/admin/mot-de-passe/${token}`, expire_le: row?.expire_le };
}

/** No account has this id. */
const NOBODY = 0;

/** Sends the person a link. It is made when the mail goes out: no token waits in the queue, and none gets old there. */
export const mailPasswordLink = (tx: Transaction, utilisateur_id: number): Promise<void> =>
  tx.job('envoyer-lien-mot-de-passe', { utilisateur_id }, { key: `lien-mot-de-passe.${utilisateur_id}` });

/** Sends the person a link, and answers another for the one who may hand it over. */
export async function issuePasswordLink(tx: Transaction, { id }: Pick<Utilisateur, 'id'>): Promise<ActionResult> {
  await mailPasswordLink(tx, id);
  return newPasswordLink(tx, id);
}

/** Uses a link up and sets the password; every session of the person ends. @throws 401 for a link that is no good */
export async function choosePassword(tx: Transaction, token: string, body: unknown): Promise<void> {
  const { mot_de_passe } = parse(z.strictObject({ mot_de_passe: passwordSchema }), body);
  const [link] = await tx.query<{ utilisateur_id: number }>(
    `update liens_mot_de_passe l set utilise_le = now() from utilisateurs u
     where l.empreinte = $1 and l.utilise_le is null and l.expire_le > now() and u.id = l.utilisateur_id and u.actif
     returning l.utilisateur_id`,
    [digest(token)],
  );
  if (!link) throw nonIdentifie('lien_perime');
  await setPassword(tx, link.utilisateur_id, mot_de_passe, 'choisir-mot-de-passe');
}

/** Changes one's own password after proving the old one. @throws 400 */
export async function changePassword(tx: Transaction, body: unknown): Promise<void> {
  const shape = z.strictObject({ ancien: z.string().max(128), nouveau: passwordSchema });
  const { ancien, nouveau } = parse(shape, body);
  const { id } = tx.caller.actor;
  const [row] = await tx.query<{ mot_de_passe: string | null }>('select mot_de_passe from utilisateurs where id = $1', [
    id,
  ]);
  if (!(await passwordFits(row?.mot_de_passe, ancien))) throw champInvalide('ancien', 'ancien_mot_de_passe_faux');
  if (ancien === nouveau) throw champInvalide('nouveau', 'meme_mot_de_passe');
  await setPassword(tx, id as number, nouveau, 'changer-mot-de-passe');
}

async function setPassword(tx: Transaction, id: number, password: string, action: string): Promise<void> {
  await tx.query(
    'update utilisateurs set mot_de_passe = $2, epoque = epoque + 1, revision = revision + 1 where id = $1',
    [id, await hashPassword(password)],
  );
  await tx.query('update liens_mot_de_passe set utilise_le = now() where utilisateur_id = $1 and utilise_le is null', [
    id,
  ]);
  await journalize(tx, { action, ressource: 'utilisateurs', objet_id: id });
  tx.changed('utilisateurs');
}

/**
 * Sends a link if there is such an account. Says nothing of whether there is, and takes the same time: for nobody
 * the same work is done, and comes to nothing.
 */
export async function forgotPassword(tx: Transaction, email: string): Promise<void> {
  const [account] = await tx.query<{ id: number }>('select id from utilisateurs where email = $1 and actif', [email]);
  await mailPasswordLink(tx, account?.id ?? NOBODY);
  await journalize(tx, {
    action: 'oublier-mot-de-passe',
    ressource: 'utilisateurs',
    objet_id: account?.id,
    objet: email,
    resultat: account ? 'reussi' : 'refuse',
  });
}
