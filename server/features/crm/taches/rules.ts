import { champInvalide } from '../../../core/errors.ts';
import type { Prepare, Rule } from '../../../core/records/rules.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { resourceOf } from '../../../core/resource.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import { Projet } from '../projets/projet.ts';
import { confierA, succursaleDuClient } from '../rattacher.ts';
import { Tache } from './tache.ts';

/** It belongs where what it is about belongs, and takes its client from there. */
export const ouvrir: Prepare<Tache> = async (tache, tx) => {
  if (!tache.assigne_a_id && tx.caller.actor.id) tache.assigne_a_id = tx.caller.actor.id;
  if (!tache.assigne_a_id) throw champInvalide('assigne_a_id', 'obligatoire');
  await situer(tache, tx);
};

async function situer(tache: Tache, tx: Transaction): Promise<void> {
  const projet = tache.projet_id ? await tx.em.findOneByOrFail(Projet, { id: tache.projet_id }) : null;
  const opportunite = tache.opportunite_id
    ? await tx.em.findOneByOrFail(Opportunite, { id: tache.opportunite_id })
    : null;
  tache.client_id ??= projet?.client_id ?? opportunite?.client_id ?? null;
  if (projet && projet.client_id !== tache.client_id) throw champInvalide('projet_id', 'tache_autre_client');
  if (opportunite && opportunite.client_id !== tache.client_id)
    throw champInvalide('opportunite_id', 'tache_autre_client');
  tache.succursale_id = tache.client_id
    ? await succursaleDuClient(tx, tache.client_id)
    : (await tx.em.findOneByOrFail(Utilisateur, { id: tache.assigne_a_id })).succursale_id;
}

export const memeClient: Rule<Tache> = async ({ before, after, tx }) => {
  if (!before || !after) return;
  // About nobody, it goes where the person who is to do it works.
  const about = (tache: Readonly<Tache>) =>
    `${tache.client_id ?? `de ${tache.assigne_a_id}`} ${tache.projet_id} ${tache.opportunite_id}`;
  if (about(before) !== about(after)) await situer(after as Tache, tx);
};

export const confieeAQuiLaVoit: Rule<Tache> = async ({ before, after, tx }) => {
  if (!after) return;
  const { assigne_a_id: a, succursale_id } = after;
  if (before?.assigne_a_id === a && before.succursale_id === succursale_id) return;
  await confierA(tx, resourceOf(Tache), { a, succursale_id, champ: 'assigne_a_id' });
};
