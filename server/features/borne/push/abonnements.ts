import { journalize } from '../../../core/journal/journal.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Abonnement } from '../../../integrations/push/push.ts';

/** What a client may want to be told of. */
export const sujets = ['echeances', 'paiements', 'annonces'] as const;
export type Sujet = (typeof sujets)[number];

/** Days for which a subscription stands after the app last confirmed it. */
const DUREE_JOURS = 60;

export interface NouvelAbonnement extends Abonnement {
  client_id: number;
  /** Of the client: where the line of the journal belongs. */
  succursale_id: number;
  /** As they stand unless given; all for a new one. */
  sujets?: Sujet[];
}

export interface AbonnementPris {
  sujets: Sujet[];
  expire_le: Date;
  /** Whether this client had not subscribed with this browser. */
  nouveau: boolean;
}

/**
 * Subscribes a client's browser, or confirms and changes what stands. A browser is of one person at a time: it goes
 * over to the one who asks. A sixth takes the place of the one that was confirmed the longest ago.
 */
export async function abonner(tx: Transaction, abonnement: NouvelAbonnement): Promise<AbonnementPris> {
  const { endpoint, p256dh, auth, client_id, succursale_id, sujets: voulus } = abonnement;
  await tx.query('delete from abonnements_push where endpoint = $1 and client_id <> $2', [endpoint, client_id]);
  const [pris] = await tx.query<AbonnementPris & { id: number }>(
    `insert into abonnements_push as a (client_id, endpoint, p256dh, auth, langue, sujets, expire_le)
     values ($1, $2, $3, $4, $5, coalesce($6::text[], $7), now() + make_interval(days => $8))
     on conflict (endpoint) do update set client_id = excluded.client_id, p256dh = excluded.p256dh, auth = excluded.auth, langue = excluded.langue,
       sujets = coalesce($6::text[], a.sujets), expire_le = excluded.expire_le, echecs = 0, modifie_le = now()
     returning id, sujets, expire_le, xmax = 0 as nouveau`,
    [client_id, endpoint, p256dh, auth, tx.caller.langue, voulus ?? null, [...sujets], DUREE_JOURS],
  );
  const { id, ...rest } = pris as AbonnementPris & { id: number };
  if (rest.nouveau) await noter(tx, 'accepter-notifications', { client_id, succursale_id }, { sujets: rest.sujets });
  return rest;
}

/** Ends a client's own subscription; another one's is left as it is, as if there were none. */
export async function desabonner(
  tx: Transaction,
  client: Pick<NouvelAbonnement, 'client_id' | 'succursale_id'>,
  endpoint: string,
): Promise<void> {
  const gone = await tx.query('delete from abonnements_push where endpoint = $1 and client_id = $2 returning id', [
    endpoint,
    client.client_id,
  ]);
  if (gone.length > 0) await noter(tx, 'refuser-notifications', client);
}

/** Consent is given and taken back by name; where it reaches is nobody's business. */
const noter = (
  tx: Transaction,
  action: string,
  { client_id, succursale_id }: Pick<NouvelAbonnement, 'client_id' | 'succursale_id'>,
  details?: Record<string, unknown>,
) => journalize(tx, { action, ressource: 'clients', objet_id: client_id, succursale_id, details });
