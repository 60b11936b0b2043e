import { champInvalide, refuse } from '../../../core/errors.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Prepare, Rule } from '../../../core/records/rules.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import type { Devis } from './devis.ts';
import { MONTANT_MAX, montantDe } from './lignes.ts';

export const NUMERO = 'DV-{YYYY}-{SEQ:5}';

/** It is for the client of its opportunité, which must still be open. */
export const etablir: Prepare<Devis> = async (devis, tx) => {
  const { client_id, succursale_id, statut } = await tx.em.findOneByOrFail(Opportunite, { id: devis.opportunite_id });
  if (statut !== 'en_cours') throw champInvalide('opportunite_id', `opportunite_${statut}`);
  Object.assign(devis, { client_id, succursale_id });
  devis.numero = await nextNumber(tx, 'devis.numero', NUMERO);
  devis.valide_jusqu_au ??= plusJours(aujourdhui(), await valeurDe(tx, 'devis.validite_jours'));
};

/** Once sent it is what the client read. */
export const envoyeFige: Rule<Devis> = ({ before, after }) => {
  if (!before || before.statut === 'brouillon') return;
  if (!after) throw refuse('devis_garde');
  const said = (devis: Readonly<Devis>) => JSON.stringify([devis.lignes, devis.contenu, devis.valide_jusqu_au]);
  if (said(before) !== said(after)) throw refuse('devis_fige');
};

export const opportuniteFixe: Rule<Devis> = ({ before, after }) => {
  if (before && after && before.opportunite_id !== after.opportunite_id)
    throw champInvalide('opportunite_id', 'devis_opportunite_fixe');
};

export const offreQuelqueChose: Rule<Devis> = ({ before, after }) => {
  if (!after) return;
  const { lignes, valide_jusqu_au } = after;
  const montant = montantDe(lignes);
  if (montant < 1) throw champInvalide('lignes', 'devis_sans_montant');
  if (montant > MONTANT_MAX) throw champInvalide('lignes', 'devis_montant_trop_grand');
  if (valide_jusqu_au !== before?.valide_jusqu_au && valide_jusqu_au < aujourdhui())
    throw champInvalide('valide_jusqu_au', 'devis_validite_passee');
};
