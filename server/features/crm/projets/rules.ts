import { champInvalide } from '../../../core/errors.ts';
import type { Prepare, Rule } from '../../../core/records/rules.ts';
import { resourceOf } from '../../../core/resource.ts';
import { Devis } from '../devis/devis.ts';
import { confierA, succursaleDuClient } from '../rattacher.ts';
import { Projet } from './projet.ts';

/** It is its client's succursale's, and whoever writes it down looks after it. */
export const ouvrir: Prepare<Projet> = async (projet, tx) => {
  projet.succursale_id = await succursaleDuClient(tx, projet.client_id);
  projet.responsable_id ??= tx.caller.actor.id;
};

export const clientFixe: Rule<Projet> = ({ before, after }) => {
  if (before && after && before.client_id !== after.client_id) throw champInvalide('client_id', 'projet_client_fixe');
};

export const finitApresSonDebut: Rule<Projet> = ({ after }) => {
  if (after?.date_fin && after.date_fin <= after.date_debut) throw champInvalide('date_fin', 'projet_fin_avant');
};

export const suiviParQuiLeVoit: Rule<Projet> = async ({ before, after, tx }) => {
  if (!after || before?.responsable_id === after.responsable_id) return;
  const { responsable_id: a, succursale_id } = after;
  await confierA(tx, resourceOf(Projet), { a, succursale_id, champ: 'responsable_id' });
};

export const devisDuClient: Rule<Projet> = async ({ before, after, tx }) => {
  if (!after?.devis_id || before?.devis_id === after.devis_id) return;
  const devis = await tx.em.findOneByOrFail(Devis, { id: after.devis_id });
  if (devis.client_id !== after.client_id) throw champInvalide('devis_id', 'projet_devis_autre_client');
};
