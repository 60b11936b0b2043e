import { refuse } from '../../../core/errors.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { type Periodicite, termeDepuis } from '../../assurance/echeancier.ts';
import { debutDuRenouvellement } from '../../assurance/paiements/confirmer.ts';
import { duEntier } from '../../assurance/paiements/ouvrir.ts';
import type { PoliceDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import { situationDe } from './situation.ts';

/** What a further term costs to begin with, and when it would run. Amounts in francs. */
export interface Renouvellement {
  police: string;
  /** To be paid now: what is still due of the terms so far, and the first period of the new one. */
  montant: Francs;
  reste_du: Francs;
  premiere_periode: Francs;
  periodicite: Periodicite;
  date_effet: Jour;
  date_expiration: Jour;
}

/** @throws 409 for a contrat that has not begun, or has ended otherwise than by its term */
export async function renouvellementDe(
  db: Lecteur,
  { police, souscription_id }: PoliceDuClient,
): Promise<Renouvellement> {
  const { statut, montant, paye, expire_le, termes, periodicite } = await situationDe(db, souscription_id);
  if (!['activee', 'suspendue'].includes(statut) || !expire_le) throw refuse('renouvellement_impossible');
  const reste_du = (await duEntier(db, souscription_id)) - paye;
  const { date_effet, date_expiration } = termeDepuis(
    debutDuRenouvellement({ expire_le, termes }),
    termes,
    periodicite,
  );
  return {
    police,
    // What was paid beyond the terms so far counts; something has to be paid for the renewal all the same.
    montant: Math.max(1, reste_du + montant),
    reste_du: Math.max(0, reste_du),
    premiere_periode: montant,
    periodicite,
    date_effet,
    date_expiration,
  };
}
