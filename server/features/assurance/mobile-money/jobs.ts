import { z } from 'zod';
import { type JobContext, type Jobs, job } from '../../../core/jobs/job.ts';
import type { Caisses } from './caisses.ts';
import { envoyer } from './envoyer.ts';
import { lireReleve } from './releves/rapprocher.ts';
import { reprogrammer, sonder, verifier } from './sonder.ts';

/** Milliseconds that one run goes on, so that other work has its turn. */
const RUN_MS = 5000;

/** Days for which exchanges with the operators are kept: a complaint comes within a year. */
const ECHANGES_JOURS = 400;
const BATCH = 10_000;

export const mobileMoneyJobs = (caisses: Caisses): Jobs => ({
  'envoyer-tentative': job({
    payload: z.strictObject({ tentative_id: z.int().positive() }),
    run: ({ tentative_id }, { database, caller }) => envoyer({ database, caller, caisses }, tentative_id),
  }),
  'sonder-tentatives': job({
    payload: z.strictObject({}),
    // The clock is there for what a process that was killed could not announce.
    cron: '* * * * *',
    attempts: 3,
    async run(_payload, { database, caller, signal }) {
      const travail = { database, caller, caisses };
      const until = Date.now() + RUN_MS;
      try {
        while (!signal.aborted && Date.now() < until && (await sonder(travail)) > 0);
      } finally {
        await reprogrammer(travail);
      }
    },
  }),
  'verifier-tentative': job({
    payload: z.strictObject({ tentative_id: z.int().positive() }),
    run: ({ tentative_id }, { database, caller }) => verifier({ database, caller, caisses }, tentative_id),
  }),
  'rapprocher-releve': job({
    payload: z.strictObject({ empreinte: z.string() }),
    run: ({ empreinte }, { database, caller }) => lireReleve(database, caller, empreinte),
  }),
  'nettoyer-echanges': job({
    payload: z.strictObject({}),
    cron: '41 2 * * *',
    catchUp: 24,
    run: (_payload, context) => oublier(context),
  }),
});

async function oublier({ database, signal }: JobContext): Promise<void> {
  const text = `with parties as (
      delete from echanges where id = any(array(
        select id from echanges where debut < now() - make_interval(days => $1) limit $2)) returning 1)
    select count(*)::int as nombre from parties`;
  for (let left = BATCH; left === BATCH && !signal.aborted; ) {
    const [row] = await database.read<{ nombre: number }>({ text, values: [ECHANGES_JOURS, BATCH], stable: true });
    left = row?.nombre ?? 0;
  }
}
