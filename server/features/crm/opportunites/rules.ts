import { champInvalide, refuse } from '../../../core/errors.ts';
import type { Prepare, Rule } from '../../../core/records/rules.ts';
import { resourceOf } from '../../../core/resource.ts';
import { confierA, succursaleDuClient } from '../rattacher.ts';
import { Opportunite } from './opportunite.ts';

/** It is its client's succursale's, and whoever writes it down looks after it. */
export const ouvrir: Prepare<Opportunite> = async (opportunite, tx) => {
  opportunite.succursale_id = await succursaleDuClient(tx, opportunite.client_id);
  opportunite.responsable_id ??= tx.caller.actor.id;
};

export const clientFixe: Rule<Opportunite> = ({ before, after }) => {
  if (before && after && before.client_id !== after.client_id)
    throw champInvalide('client_id', 'opportunite_client_fixe');
};

/** Somebody follows it all along: what is won is somebody's. */
export const suiviParQuiLaVoit: Rule<Opportunite> = async ({ before, after, tx }) => {
  if (!after || before?.responsable_id === after.responsable_id) return;
  if (before?.responsable_id && !after.responsable_id) throw champInvalide('responsable_id', 'obligatoire');
  const { responsable_id: a, succursale_id } = after;
  await confierA(tx, resourceOf(Opportunite), { a, succursale_id, champ: 'responsable_id' });
};

/** What it is worth is settled once it is won or lost. */
export const decideeFigee: Rule<Opportunite> = ({ before, after }) => {
  if (!before || !after || before.statut === 'en_cours' || after.statut !== before.statut) return;
  const changes = before.etape !== after.etape || before.perdue_le !== after.perdue_le;
  if (!changes && (before.montant !== after.montant || before.probabilite !== after.probabilite))
    throw refuse(`opportunite_${before.statut}`);
};
