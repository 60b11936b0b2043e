import { champInvalide, Problem, refuse } from '../../../core/errors.ts';
import { aujourdhui } from '../../../core/jours.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { termeDepuis } from '../echeancier.ts';
import { Produit } from '../produits/produit.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import { type Changement, commencees, type Plan, planifier, type TermeEnCours } from './apercu.ts';

/**
 * What a change would do today: the same computation for who asks and for who approves. The caller holds the
 * souscription's row. @throws 400 naming `montant` or `periodicite`, 409 when the contrat does not allow it now
 */
export async function prevoir(tx: Transaction, souscription: Souscription, change: Changement): Promise<Plan> {
  const { id, statut, termes } = souscription;
  if (statut !== 'activee') throw refuse(`souscription_${statut}`);
  await checkProduct(tx, souscription, change);
  const terme = await termeEnCours(tx, id);
  const gardees = commencees(terme, aujourdhui());
  if (gardees === 0) throw refuse('avenant_pas_commence', { jour: terme.date_effet });
  if (gardees >= terme.nombre) throw refuse('avenant_derniere_periode', { jour: terme.date_expiration });
  const { periodicite } = change;
  const mois = (terme.nombre - gardees) * (terme.mois ?? 0);
  try {
    // A renewal will have the whole duration again.
    termeDepuis(terme.date_effet, termes, periodicite);
    return planifier(terme, gardees, change);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw champInvalide('periodicite', 'avenant_periodicite_reste', { mois });
  }
}

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

/** The term of today, which must be the last. @throws 409 */
async function termeEnCours(tx: Transaction, souscription_id: number): Promise<TermeEnCours> {
  const [terme] = await tx.query<TermeEnCours>(
    `select id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance, quittances
     from termes where souscription_id = $1 order by rang desc limit 1`,
    [souscription_id],
  );
  const today = aujourdhui();
  if (!terme || terme.date_expiration < today) throw refuse('avenant_contrat_expire');
  if (terme.rang > 0 && terme.date_effet > today) throw refuse('avenant_renouvele', { jour: terme.date_effet });
  return terme;
}
