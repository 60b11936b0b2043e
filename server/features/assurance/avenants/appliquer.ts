import { journalize } from '../../../core/journal/journal.ts';
import { reserveNumbers } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import type { Changement, Plan, Suite } from './apercu.ts';
import type { Avenant } from './avenant.ts';
import { quittance } from './coupe.ts';

/**
 * Cuts the term and joins what follows. What was paid stays the souscription's: the views allot it to the oldest
 * period first, before as after. The caller holds the souscription's row.
 */
export async function appliquer(
  tx: Transaction,
  souscription: Souscription,
  avenant: Avenant,
  { coupe, suites, apercu }: Plan,
): Promise<void> {
  const { terme, gardees, date_effet } = coupe;
  await tx.query('delete from termes where souscription_id = $1 and rang > $2', [souscription.id, terme.rang]);
  await tx.query(
    `update termes set nombre = $2, date_expiration = $3::date - 1, quittances = quittances[1:$2] where id = $1`,
    [terme.id, gardees, date_effet],
  );
  const quittances = [
    ...apercu.quittances_reprises,
    ...(await reserver(tx, date_effet.slice(0, 4), apercu.quittances_nouvelles)),
  ];
  for (const [i, suite] of suites.entries()) {
    const own = quittances.splice(0, suite.nombre);
    await joindre(tx, souscription, avenant, terme.rang + 1 + i, suite, own);
  }
  await changeTerms(tx, souscription, avenant, {
    montant: avenant.nouveau_montant,
    periodicite: avenant.nouvelle_periodicite,
  });
}

async function joindre(
  tx: Transaction,
  { id }: Souscription,
  avenant: Avenant,
  rang: number,
  { date_effet, date_expiration, montant, mois, nombre, du_avant }: Suite,
  quittances: string[],
): Promise<void> {
  await tx.query(
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant,
       premiere_quittance, quittances, avenant_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)`,
    [id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, quittances, avenant.id],
  );
}

async function reserver(tx: Transaction, annee: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const first = await reserveNumbers(tx, `quittances:${annee}`, count);
  return Array.from({ length: count }, (_, n) => quittance(annee, first + n));
}

async function changeTerms(tx: Transaction, souscription: Souscription, avenant: Avenant, change: Changement) {
  const { id, numero, succursale_id, montant, periodicite } = souscription;
  await tx.query(
    `update souscriptions set montant = $2, periodicite = $3, revision = revision + 1, modifie_le = now()
     where id = $1`,
    [id, change.montant, change.periodicite],
  );
  for (const table of ['souscriptions', 'contrats', 'cotisations', 'echeances']) tx.changed(table);
  await journalize(tx, {
    action: 'modifier',
    ressource: 'souscriptions',
    objet_id: id,
    objet: numero,
    succursale_id,
    avant: { montant, periodicite },
    apres: { ...change },
    details: { avenant: avenant.numero },
  });
}
