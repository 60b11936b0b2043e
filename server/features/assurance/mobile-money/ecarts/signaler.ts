import { log } from '../../../../core/jobs/log.ts';
import { journalize } from '../../../../core/journal/journal.ts';
import { aujourdhui } from '../../../../core/jours.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import type { Reussie } from '../../../../integrations/mobile-money/mobile-money.ts';
import type { Tentative } from '../tentatives/tentative.ts';
import type { ClasseEcart, Ecart } from './ecart.ts';

type Constat = Pick<Ecart, 'cle' | 'classe' | 'operateur'> &
  Partial<Omit<Ecart, 'id' | 'statut' | 'revision' | 'resoudre'>>;

const columns = [
  'cle',
  'classe',
  'operateur',
  'tentative_id',
  'paiement_id',
  'souscription_id',
  'releve_id',
  'ligne',
  'jour',
  'transaction_id',
  'montant_attendu',
  'montant_constate',
  'devise',
  'verifie',
] as const satisfies readonly (keyof Ecart)[];

const types: Partial<Record<(typeof columns)[number], string>> = {
  tentative_id: 'bigint',
  paiement_id: 'bigint',
  souscription_id: 'bigint',
  releve_id: 'bigint',
  ligne: 'integer',
  jour: 'date',
  montant_attendu: 'bigint',
  montant_constate: 'bigint',
  verifie: 'boolean',
};

// What was told before is looked for first: a conflict alone would use up a number each time.
const insert = `insert into ecarts (${columns.join(', ')})
  select ${columns.map((name, i) => `$${i + 1}::${types[name] ?? 'text'}`).join(', ')}
  where not exists (select from ecarts where cle = $1) on conflict (cle) do nothing returning id`;

/** Tells people of a discrepancy, once for what it is about; one that was settled stays settled. */
export async function constater(tx: Transaction, constat: Constat): Promise<void> {
  const row = { jour: aujourdhui(), verifie: false, ...constat };
  const [made] = await tx.query<{ id: number }>(
    insert,
    columns.map((name) => row[name] ?? null),
  );
  if (!made) return;
  tx.changed('ecarts');
  log('warning', `mobile money : écart « ${row.classe} » n° ${made.id} à traiter`);
  await journalize(tx, {
    action: 'signaler',
    ressource: 'ecarts',
    objet_id: made.id,
    objet: row.cle,
    succursale_id: await succursaleDe(tx, row.souscription_id),
    apres: { classe: row.classe, montant_attendu: row.montant_attendu, montant_constate: row.montant_constate },
  });
}

const about = ({ id, paiement_id, souscription_id, operateur, montant, devise, transaction_id }: Tentative) => ({
  operateur,
  tentative_id: id,
  paiement_id,
  souscription_id,
  montant_attendu: montant,
  devise,
  transaction_id,
});

/** A discrepancy about an attempt. */
export const signaler = (tx: Transaction, classe: ClasseEcart, tentative: Tentative): Promise<void> =>
  constater(tx, { ...about(tentative), classe, cle: `${classe}/${tentative.reference}` });

/** One that the operator has told itself: it holds this money. */
export const signalerConstat = (
  tx: Transaction,
  classe: ClasseEcart,
  tentative: Tentative,
  { montant, devise, transaction_id }: Reussie,
): Promise<void> =>
  constater(tx, {
    ...about(tentative),
    classe,
    cle: `${classe}/${tentative.reference}`,
    transaction_id,
    montant_constate: montant ?? tentative.montant,
    devise: devise ?? tentative.devise,
    verifie: true,
  });

const SOLVED = 'Réglé par la réponse de l’opérateur.';

/** What was open about an attempt is settled by what has become of it. */
export async function clore(
  tx: Transaction,
  tentative_id: number,
  classes: readonly ClasseEcart[],
  resolution = SOLVED,
): Promise<void> {
  const closed = await tx.query<{ id: number; cle: string; souscription_id: number | null }>(
    `update ecarts set statut = 'resolu', resolution = $3, resolu_le = now(), revision = revision + 1, modifie_le = now()
     where tentative_id = $1 and classe = any($2) and statut = 'ouvert' returning id, cle, souscription_id`,
    [tentative_id, classes, resolution],
  );
  if (closed.length > 0) tx.changed('ecarts');
  for (const { id, cle, souscription_id } of closed) {
    const succursale_id = await succursaleDe(tx, souscription_id);
    await journalize(tx, {
      action: 'resoudre',
      ressource: 'ecarts',
      objet_id: id,
      objet: cle,
      succursale_id,
      motif: resolution,
    });
  }
}

async function succursaleDe(tx: Transaction, souscription_id?: number | null): Promise<number | undefined> {
  const [row] = await tx.query<{ succursale_id: number }>('select succursale_id from souscriptions where id = $1', [
    souscription_id ?? null,
  ]);
  return row?.succursale_id;
}
