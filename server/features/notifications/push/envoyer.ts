import type { Database } from '../../../core/database.ts';
import { ATTEMPTS, JobError } from '../../../core/jobs/job.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { Abonnement, PushPort } from '../../../integrations/push/push.ts';
import { avis, type CodeAvis, contenuDe } from './messages.ts';

/** A message for one telephone: what the queue holds names nobody. */
export interface Envoi {
  abonnement_id: number;
  avis: CodeAvis;
  jours?: number;
  /** How often the service has put us off by saying for how long. */
  reports?: number;
}

/** A service that forbids so often in a row has forgotten the subscription. */
const INTERDITS_MAX = 3;

const find = `select a.endpoint, a.p256dh, a.auth, a.langue
  from abonnements_push a join clients c on c.id = a.client_id and c.supprime_le is null
  where a.id = $1 and $2 = any(a.sujets) and a.expire_le > now()`;
const sent = 'update abonnements_push set dernier_envoi = now(), echecs = 0 where id = $1';
const gone = 'delete from abonnements_push where id = $1';
const forbidden = 'update abonnements_push set echecs = echecs + 1 where id = $1 and echecs < $2 returning id';
const later = `select graphile_worker.add_job('envoyer-push', $1::json, run_at := now() + make_interval(secs => $2))`;

/**
 * Sends it, if it is still wanted. A subscription that is no more is deleted.
 * @throws {JobError} that says whether trying again can help
 */
export async function envoyer(database: Database, push: PushPort, envoi: Envoi): Promise<void> {
  const run = <T extends object>(text: string, values: unknown[]) => database.read<T>({ text, values, stable: true });
  const { abonnement_id: id, reports = 0 } = envoi;
  const [found] = push.cle ? await run<Abonnement & { langue: Langue }>(find, [id, avis[envoi.avis].sujet]) : [];
  if (!found) return;
  const { langue, ...abonnement } = found;
  const remise = await push.envoyer(abonnement, contenuDe(envoi.avis, langue, envoi.jours));
  if (remise.issue === 'envoye') await run(sent, [id]);
  if (remise.issue === 'parti') await run(gone, [id]);
  if (remise.issue === 'plus_tard') {
    if (!remise.attente || reports >= ATTEMPTS) throw new JobError(`notification : ${remise.pourquoi}`, true);
    await run(later, [JSON.stringify({ ...envoi, reports: reports + 1 }), remise.attente]);
  }
  if (remise.issue === 'refuse') {
    if (remise.statut !== 403) throw new JobError(`notification refusée : ${remise.pourquoi}`, false);
    const [known] = await run(forbidden, [id, INTERDITS_MAX - 1]);
    if (!known) await run(gone, [id]);
  }
}
