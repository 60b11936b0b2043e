import { z } from 'zod';
import { type Jobs, job } from '../../../core/jobs/job.ts';
import type { PushPort } from '../../../integrations/push/push.ts';
import { ANNONCE_PUBLIEE, annoncePubliee } from '../../annonces/annonce-publiee.ts';
import { annoncer } from './annonces.ts';
import { envoyer } from './envoyer.ts';
import { codesAvis } from './messages.ts';
import { avertirPaiement } from './paiements.ts';
import { rappeler } from './rappels.ts';

/** A subscription that nothing confirmed, or of a client who is no more; what it was told of half a year ago. */
const spent = `delete from abonnements_push a using clients c
  where c.id = a.client_id and (a.expire_le < now() or c.supprime_le is not null)`;
const old = `delete from envois_push where cree_le < now() - interval '180 days'`;

export const pushJobs = (push: PushPort): Jobs => ({
  'envoyer-push': job({
    payload: z.strictObject({
      abonnement_id: z.int().positive(),
      avis: z.enum(codesAvis),
      jours: z.int().optional(),
      reports: z.int().optional(),
    }),
    run: (envoi, { database }) => envoyer(database, push, envoi),
  }),
  'avertir-paiement': job({
    payload: z.strictObject({ paiement_id: z.int().positive() }),
    run: ({ paiement_id }, { database }) => avertirPaiement(database, paiement_id),
  }),
  [ANNONCE_PUBLIEE]: job({
    payload: annoncePubliee,
    run: ({ id }, { database, signal }) => annoncer(database, id, signal),
  }),
  'rappeler-echeances': job({
    payload: z.strictObject({}),
    // 08:00 in Brazzaville, the whole year; missed, it is made up for until the evening, not in the night.
    cron: '0 7 * * *',
    catchUp: 11,
    run: (_payload, { database, signal }) => rappeler(database, signal),
  }),
  'oublier-push': job({
    payload: z.strictObject({}),
    cron: '47 2 * * *',
    catchUp: 24,
    async run(_payload, { database }) {
      for (const text of [spent, old]) await database.read({ text, values: [], stable: true });
    },
  }),
});
