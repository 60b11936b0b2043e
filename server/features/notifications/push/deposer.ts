import type { Database } from '../../../core/database.ts';
import type { CodeAvis } from './messages.ts';

export interface Avertissement {
  avis: CodeAvis;
  /** Names the occasion: a telephone is told once for it, however often it is asked for (`annonce:12`). */
  cle: string;
  /** Days until it, where the sentence counts them. */
  jours?: number;
}

/** One statement: whoever is marked as told has the job that tells them, and nobody else. */
const deposit = `with neufs as (
    insert into envois_push (abonnement_id, cle)
    select a.id, $2 from abonnements_push a where a.id = any($1::bigint[])
    on conflict do nothing returning abonnement_id)
  select graphile_worker.add_job('envoyer-push', (jsonb_build_object('abonnement_id', abonnement_id) || $3::jsonb)::json)
  from neufs`;

/** Has telephones told, each once for the occasion. @param abonnements ids of `abonnements_push` */
export async function deposer(
  database: Database,
  abonnements: readonly number[],
  { avis, cle, jours }: Avertissement,
): Promise<void> {
  if (abonnements.length === 0) return;
  const told = JSON.stringify({ avis, ...(jours === undefined ? {} : { jours }) });
  await database.read({ text: deposit, values: [abonnements, cle, told], stable: true });
}
