import { champInvalide, Problem, refuse } from '../../../core/errors.ts';
import { aujourdhui } from '../../../core/jours.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { type Duree, termeDepuis } from '../echeancier.ts';
import { Produit } from '../produits/produit.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import { type Changement, type Plan, planifier } from './apercu.ts';
import { couper, type TermeTenu } from './coupe.ts';

/**
 * What a change would do today: the same computation for who asks and for who approves. The caller holds the
 * souscription's row. @throws 400 naming `montant` or `periodicite`, 409 when the contrat does not allow it now
 */
export async function prevoir(tx: Transaction, souscription: Souscription, change: Changement): Promise<Plan> {
  const { id, statut, termes: sold } = souscription;
  if (statut !== 'activee') throw refuse(`souscription_${statut}`);
  await checkProduct(tx, souscription, change);
  const termes = await couvertureEnCours(tx, id);
  const coupe = couper(termes, aujourdhui());
  if (!coupe) throw refuse('avenant_derniere_periode', { jour: termes.at(-1)?.date_expiration });
  const { periodicite } = change;
  const mois = moisDe(sold);
  try {
    // A renewal will have the whole duration again.
    termeDepuis(coupe.date_effet, sold, periodicite);
    return planifier(coupe, mois, change);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw champInvalide('periodicite', 'avenant_periodicite_reste', { mois: mois - coupe.mois_gardes });
  }
}

/** A duration in months of payment; a year of 365 days has twelve. */
const moisDe = ({ duree, duree_unite }: Duree): number =>
  duree_unite === 'mois' ? duree : Math.round((duree * 12) / 365);

/** As `prevoir`, for who decides: what was right when it was asked for may no longer be. @throws 409 */
export async function revoir(tx: Transaction, souscription: Souscription, change: Changement): Promise<Plan> {
  try {
    return await prevoir(tx, souscription, change);
  } catch (error) {
    const [said] = error instanceof Problem && error.status === 400 ? Object.values(error.errors).flat() : [];
    throw said ? refuse(said.key, said.params) : error;
  }
}

async function checkProduct(tx: Transaction, { produit_id, montant, periodicite }: Souscription, change: Changement) {
  const { periodicites, montant_min, montant_max } = await tx.em.findOneByOrFail(Produit, { id: produit_id });
  if (change.periodicite !== periodicite && !periodicites.includes(change.periodicite))
    throw champInvalide('periodicite', 'periodicite_absente', { choix: periodicites.join(', ') });
  if (change.montant !== montant && (change.montant < montant_min || change.montant > montant_max))
    throw champInvalide('montant', 'entre', { minimum: montant_min, maximum: montant_max });
}

/** The term that opened or renewed the cover of today, and what avenants joined to it. @throws 409 */
async function couvertureEnCours(tx: Transaction, souscription_id: number): Promise<TermeTenu[]> {
  const termes = await tx.query<TermeTenu>(
    `select id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance, quittances,
       avenant_id
     from termes where souscription_id = $1 order by rang`,
    [souscription_id],
  );
  const today = aujourdhui();
  const first = termes.findLastIndex(({ avenant_id }) => avenant_id === null);
  const opened = termes[first];
  if (!opened || (termes.at(-1)?.date_expiration ?? today) < today) throw refuse('avenant_contrat_expire');
  if (opened.date_effet > today)
    throw refuse(first > 0 ? 'avenant_renouvele' : 'avenant_pas_commence', { jour: opened.date_effet });
  return termes.slice(first);
}
