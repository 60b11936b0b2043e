import { champInvalide } from '../../../core/errors.ts';
import { aujourdhui } from '../../../core/jours.ts';
import type { Rule } from '../../../core/records/rules.ts';
import { termeDepuis } from '../echeancier.ts';
import type { Produit } from './produit.ts';

export const boundsInOrder: Rule<Produit> = ({ after }) => {
  if (after && after.montant_max < after.montant_min) throw champInvalide('montant_max', 'montant_max_sous_min');
};

/** Every way to pay must divide the duration into whole periods. */
export const periodsFit: Rule<Produit> = ({ after }) => {
  if (!after) return;
  for (const periodicite of after.periodicites) {
    try {
      termeDepuis(aujourdhui(), after, periodicite);
    } catch {
      throw champInvalide('periodicites', 'periodicite_hors_duree', { periodicite });
    }
  }
};

/** A pattern without a running number would give two polices the same one. */
export const patternCounts: Rule<Produit> = ({ after }) => {
  const words = after?.modele_police.replace(/\{(YYYY|YY|MM|BRANCHE|SEQ(:\d)?)\}/g, '') ?? '';
  if (after && (!/\{SEQ(:\d)?\}/.test(after.modele_police) || /[{}]/.test(words))) {
    throw champInvalide('modele_police', 'modele_sans_numero');
  }
};
