import { champInvalide, refuse } from '../../../core/errors.ts';
import { aujourdhui, type Jour, joursEntre } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { type Duree, type Periodicite, termeDepuis } from '../echeancier.ts';
import type { Souscription } from '../souscriptions/souscription.ts';

/** Lines of which art. 13 lends no cover: health, motor and goods. */
const exclues: readonly string[] = ['SAN', 'AUT', 'HAB'];

export interface Jours {
  date_debut: Jour;
  date_fin: Jour;
}

/** What a contrat asks for in a year; in its whole duration when that is shorter. */
export function primeAnnuelle(montant: Francs, periodicite: Periodicite, duree: Duree): Francs {
  const { nombre } = termeDepuis('2001-01-01', duree, periodicite);
  const months = duree.duree_unite === 'mois' ? duree.duree : (duree.duree * 12) / 365;
  return Math.floor((montant * nombre * 12) / Math.max(12, months));
}

/**
 * What must hold when cover is asked for, and again each time somebody approves. The caller holds the souscription's
 * row. @param sauf the derogation that is being approved
 * @throws 409 with the reason, 400 naming `date_debut` or `date_fin`
 */
export async function verifier(tx: Transaction, sold: Souscription, jours: Jours, sauf = 0): Promise<void> {
  if (sold.statut !== 'activee') throw refuse(`souscription_${sold.statut}`);
  if (exclues.includes(sold.termes.branche)) throw refuse('derogation_branche');
  const minimum = await valeurDe(tx, 'derogation.prime_min');
  if (primeAnnuelle(sold.montant, sold.periodicite, sold.termes) < minimum)
    throw refuse('derogation_prime', { minimum });
  await checkDays(tx, sold, jours, sauf);
}

async function checkDays(tx: Transaction, sold: Souscription, { date_debut, date_fin }: Jours, sauf: number) {
  if (date_fin < date_debut) throw champInvalide('date_fin', 'derogation_fin_avant');
  if (date_fin < aujourdhui()) throw champInvalide('date_fin', 'derogation_passee');
  const { date_effet, expire_le } = sold;
  if (!date_effet || !expire_le || date_debut < date_effet || date_fin > expire_le)
    throw champInvalide('date_fin', 'derogation_hors_contrat');
  const others = await tx.query<Jours>(
    `select date_debut, date_fin from derogations
     where souscription_id = $1 and statut <> 'rejetee' and id <> $2 and date_fin >= $3::date - 365`,
    [sold.id, sauf, date_debut],
  );
  if (others.some((other) => other.date_debut <= date_fin && date_debut <= other.date_fin))
    throw champInvalide('date_debut', 'derogation_double');
  const maximum = await valeurDe(tx, 'derogation.jours_max');
  const lent = [...others, { date_debut, date_fin }].reduce((sum, each) => sum + days(each), 0);
  if (lent > maximum) throw champInvalide('date_fin', 'derogation_trop_longue', { maximum, jours: lent });
}

const days = ({ date_debut, date_fin }: Jours): number => joursEntre(date_debut, date_fin) + 1;
