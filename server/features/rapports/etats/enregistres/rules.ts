import { isDeepStrictEqual } from 'node:util';
import { ADMINISTRATEUR, demand } from '../../../../core/access.ts';
import { champInvalide, interdit } from '../../../../core/errors.ts';
import type { Prepare, Rule } from '../../../../core/records/rules.ts';
import { preparer } from '../demande.ts';
import { demandeDe } from './demande.ts';
import type { RapportEnregistre } from './rapport-enregistre.ts';

/** It is its maker's. */
export const appartenir: Prepare<RapportEnregistre> = (row, { caller: { actor } }) => {
  if (actor.id === null) throw interdit();
  row.utilisateur_id = actor.id;
};

/** What is shared may be read and run by others; it is changed by its owner. */
export const deSonProprietaire: Rule<RapportEnregistre> = ({ before, tx: { caller } }) => {
  const { id, role } = caller.actor;
  if (before && before.utilisateur_id !== id && role !== ADMINISTRATEUR) throw interdit('rapport_d_autrui');
};

const asked = ['rapport', 'filtres', 'colonnes', 'grouper_par', 'planification'] as const;

/** It asks for what the report has; planned, for what its owner may take out. */
export const demandeValable: Rule<RapportEnregistre> = ({ before, after, tx: { caller } }) => {
  if (!after || (before && asked.every((name) => isDeepStrictEqual(before[name], after[name])))) return;
  const { of } = preparer(caller.actor, demandeDe(after), 'filtres.');
  if (after.planification !== 'aucune') demand(caller.actor, of, 'exporter');
};

const JOURS_MAX = { hebdomadaire: 7, mensuelle: 31 } as const;

/** A day of the week or of the month where there is one, and an hour. */
export const moments: Rule<RapportEnregistre> = ({ after }) => {
  if (!after) return;
  const { planification, jour, heure } = after;
  const most = planification === 'hebdomadaire' || planification === 'mensuelle' ? JOURS_MAX[planification] : 0;
  if (most === 0 && jour !== null && jour !== undefined) throw champInvalide('jour', 'rapport_sans_jour');
  if (most > 0 && jour == null) throw champInvalide('jour', 'obligatoire');
  if (most > 0 && (jour ?? 0) > most) throw champInvalide('jour', 'entre', { minimum: 1, maximum: most });
  if (planification === 'aucune' && heure != null) throw champInvalide('heure', 'rapport_sans_heure');
  if (planification !== 'aucune' && heure == null) throw champInvalide('heure', 'obligatoire');
};
