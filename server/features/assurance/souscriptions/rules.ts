import { champInvalide } from '../../../core/errors.ts';
import { aujourdhui, type Jour, plusMois } from '../../../core/jours.ts';
import { same } from '../../../core/records/differences.ts';
import type { Rule } from '../../../core/records/rules.ts';
import { termeDepuis } from '../echeancier.ts';
import { Produit } from '../produits/produit.ts';
import type { Souscription } from './souscription.ts';

/** What is asked for must be on sale, within the product's bounds, and payable in that way. */
export const fitsTheProduct: Rule<Souscription> = async ({ before, after, tx }) => {
  if (!after || (before && before.montant === after.montant && before.periodicite === after.periodicite)) return;
  const produit = await tx.em.findOneByOrFail(Produit, { id: after.produit_id });
  if (!produit.actif) throw champInvalide('produit_id', 'produit_retire');
  if (!produit.periodicites.includes(after.periodicite)) {
    throw champInvalide('periodicite', 'periodicite_absente', { choix: produit.periodicites.join(', ') });
  }
  if (after.montant < produit.montant_min || after.montant > produit.montant_max) {
    throw champInvalide('montant', 'entre', { minimum: produit.montant_min, maximum: produit.montant_max });
  }
  if (!dividesWhatWasSold(after)) {
    throw champInvalide('periodicite', 'periodicite_hors_duree', { periodicite: after.periodicite });
  }
};

/** The product may last longer or shorter by now: the souscription keeps the duration it was sold with. */
function dividesWhatWasSold({ termes, periodicite }: Souscription): boolean {
  try {
    return termeDepuis(aujourdhui(), termes, periodicite).nombre > 0;
  } catch {
    return false;
  }
}

/** Automatic channels have no agent. */
export const agentOnlyInBranch: Rule<Souscription> = ({ after }) => {
  if (after?.agent_id && after.canal !== 'agence') throw champInvalide('agent_id', 'agent_hors_agence');
};

const sold = ['client_id', 'produit_id', 'montant', 'periodicite', 'canal', 'termes'] as const;

/** What was sold changes by an avenant, not by an edit; and nothing that was asked for disappears. */
export const soldStays: Rule<Souscription> = ({ before, after }) => {
  if (!before || !after) return;
  const changed = sold.find((field) => !same(before[field], after[field]));
  const fixed = before.statut !== 'en_attente' || changed === 'client_id' || changed === 'produit_id';
  if (changed && fixed) throw champInvalide(changed, 'souscription_vendue');
};

/** Cover begins today or later, within a year, and begins once. */
export const beginsAhead: Rule<Souscription> = ({ before, after }) => {
  const asked = after?.date_effet;
  if (!after || asked === (before?.date_effet ?? null)) return;
  if (before && before.statut !== 'en_attente') throw champInvalide('date_effet', 'effet_fixe');
  if (asked) checkEffet(asked);
};

/** @throws 400 naming `date_effet` */
export function checkEffet(jour: Jour): void {
  if (jour < aujourdhui()) throw champInvalide('date_effet', 'effet_passe');
  const last = plusMois(aujourdhui(), 12);
  if (jour > last) throw champInvalide('date_effet', 'effet_trop_loin', { jour: last });
}
