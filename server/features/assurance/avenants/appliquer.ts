import { journalize } from '../../../core/journal/journal.ts';
import { reserveNumbers } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import { type Changement, type Plan, quittance } from './apercu.ts';
import type { Avenant } from './avenant.ts';

/**
 * Cuts the term and joins what follows. What was paid stays the souscription's: the views allot it to the oldest
 * period first, before as after. The caller holds the souscription's row.
 */
export async function appliquer(
  tx: Transaction,
  souscription: Souscription,
  avenant: Avenant,
  { terme, gardees, suite, apercu }: Plan,
): Promise<void> {
  await tx.query(
    `update termes set nombre = $2, date_expiration = $3::date - 1, quittances = quittances[1:$2] where id = $1`,
    [terme.id, gardees, suite.date_effet],
  );
  const quittances = [
    ...apercu.quittances_reprises,
    ...(await reserver(tx, suite.date_effet.slice(0, 4), apercu.quittances_nouvelles)),
  ];
  await tx.query(
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant,
       premiere_quittance, quittances, avenant_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      souscription.id,
      terme.rang + 1,
      suite.date_effet,
      suite.date_expiration,
      suite.montant,
      suite.mois,
      suite.nombre,
      suite.du_avant,
      terme.premiere_quittance + gardees,
      quittances,
      avenant.id,
    ],
  );
  await changeTerms(tx, souscription, avenant, {
    montant: avenant.nouveau_montant,
    periodicite: avenant.nouvelle_periodicite,
  });
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
