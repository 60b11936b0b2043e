import type { Caller } from '../../server/core/access.ts';
import { systemCaller } from '../../server/core/jobs/system.ts';
import { journalize } from '../../server/core/journal/journal.ts';
import { type Transaction, transact } from '../../server/core/records/transaction.ts';
import { CannotStart } from '../../server/explain.ts';
import { makeBorne } from '../../server/features/borne/bornes/factory.ts';
import { makeClient } from '../../server/features/clients/factory.ts';
import { makeAgent, makeSuccursale, makeUtilisateur, within } from '../../server/features/organisation/factory.ts';
import { hashPassword } from '../../server/features/organisation/utilisateurs/mot-de-passe.ts';
import type { Guichet } from '../../server/guichet.ts';
import { seedAnnonces } from './annonces.ts';
import { seedBeneficiaires } from './beneficiaires.ts';
import { clientsDe, takenBy } from './clients.ts';
import { seedCommercial } from './commercial/commercial.ts';
import { hasard } from './hasard.ts';
import { lieux } from './lieux.ts';
import { nsia } from './nsia.ts';
import { bornes, comptes, PASSWORD, succursales, vendeurs } from './organisation.ts';
import { seedPortefeuille } from './portefeuille.ts';
import { seedSinistres } from './sinistres.ts';

export interface Demo {
  /** The demonstration's accounts that are there and open. */
  accounts: { email: string; qui: string }[];
  password: string;
}

const SEED = 1960;

/** Nobody signed in: the product itself filled the tables, and the journal says so. */
const systeme: Caller = { ...systemCaller, motif: 'Données de démonstration' };

/**
 * Fills an empty database with a group of two countries, its staff and some hundreds of clients, in one transaction;
 * a database that already has a succursale is left as it is.
 * @throws in production
 */
export async function seedDemo({ config, database }: Pick<Guichet, 'config' | 'database'>): Promise<Demo> {
  if (config.NODE_ENV === 'production') {
    throw new CannotStart('Les données de démonstration ne se chargent pas en production (NODE_ENV=production)');
  }
  await transact(database, systeme, async (tx) => {
    // Another start may be at it, on a slow machine for longer than a statement is given.
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', ['seeds.demo']);
    const [occupied] = await tx.query('select from succursales limit 1');
    if (!occupied) await fill(tx);
  });
  const open = await database.read<{ email: string }>({
    text: 'select email from utilisateurs where actif and email = any($1)',
    values: [comptes.map(({ email }) => email)],
    stable: false,
  });
  const accounts = comptes.filter(({ email }) => open.some((account) => account.email === email));
  return { accounts: accounts.map(({ email, qui }) => ({ email, qui })), password: PASSWORD };
}

async function fill(tx: Transaction): Promise<void> {
  const place = within(tx);
  /** The line that each row's history begins with. */
  const keep = (ressource: string, objet_id: number, objet: string, succursale_id: number, apres: object) =>
    journalize(tx, { action: 'creer', ressource, objet_id, objet, succursale_id, apres: { id: objet_id, ...apres } });

  const ids = new Map<string, number>();
  for (const options of succursales) {
    const own = { ...options, parent_id: ids.get('DG') };
    const id = await makeSuccursale(place, own);
    ids.set(options.code, id);
    await keep('succursales', id, options.nom, id, own);
  }
  const at = (code: string): number => {
    const id = ids.get(code);
    if (!id) throw new Error(`there is no succursale ${code}`);
    return id;
  };

  const signingIn = new Map<string, number>();
  for (const { code, qui: _, ...person } of comptes) {
    const own = { ...person, succursale_id: at(code) };
    const id = await makeUtilisateur(place, { ...own, mot_de_passe: await hashPassword(PASSWORD) });
    signingIn.set(person.email, id);
    await keep('utilisateurs', id, `${person.prenom} ${person.nom}`, own.succursale_id, own);
  }

  for (const { code, email, ...person } of vendeurs) {
    const own = { ...person, succursale_id: at(code), utilisateur_id: email ? signingIn.get(email) : undefined };
    const { id, matricule } = await makeAgent(place, own);
    await keep('agents', id, `${matricule} ${person.nom} ${person.prenom}`, own.succursale_id, { matricule, ...own });
  }

  for (const { code, ...borne } of bornes) {
    const own = { ...borne, succursale_id: at(code) };
    const id = await makeBorne(place, own);
    await keep('bornes', id, borne.nom, own.succursale_id, own);
  }

  const h = hasard(SEED);
  const known = nsia();
  const taken = takenBy(known);
  const drafts = [...known, ...lieux.flatMap((lieu) => clientsDe(lieu, h, taken))];
  for (const { code, ...draft } of drafts.sort((a, b) => a.cree_le.localeCompare(b.cree_le))) {
    const own = { ...draft, succursale_id: at(code) };
    const id = await makeClient(place, own);
    await keep('clients', id, `${draft.nom} ${draft.prenom}`, own.succursale_id, own);
  }
  await seedPortefeuille(tx, h);
  await seedBeneficiaires(tx, h);
  await seedSinistres(tx, h);
  await seedAnnonces(tx);
  await seedCommercial(tx);
  for (const table of ['succursales', 'bornes', 'utilisateurs', 'agents', 'clients']) tx.changed(table);
}
