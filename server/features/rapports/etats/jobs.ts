import { z } from 'zod';
import { type Jobs, job } from '../../../core/jobs/job.ts';
import { envoyerUnDu } from './enregistres/planifier.ts';
import { PRODUIRE } from './exports/demander.ts';
import { type Courrier, prevenir } from './exports/prevenir.ts';
import { type Atelier, produire } from './exports/produire.ts';
import { PREVENIR } from './exports/tenir.ts';

/** One that is being made has a day more: whoever makes it may only just have begun, or be gone for good. */
const perimes = `with perime as (
    delete from exports where ctid = any(array(
      select ctid from exports
      where expire_le < now() - case statut when 'en_cours' then interval '1 day' else interval '0' end
      limit 100 for update skip locked))
    returning cle)
  select cle from perime`;

export const rapportsJobs = (moyens: Atelier & Courrier): Jobs => ({
  [PRODUIRE]: job({
    payload: z.strictObject({ id: z.int().positive() }),
    run: ({ id }, context) => produire(moyens, id, context),
  }),

  [PREVENIR]: job({
    payload: z.strictObject({ id: z.int().positive(), rang: z.int().nonnegative() }),
    run: ({ id, rang }, { database }) => prevenir(database, moyens, id, rang),
  }),

  /** A file goes with its row; one whose row went while the process ended is swept at night. */
  'balayer-exports': job({
    payload: z.strictObject({}),
    cron: '11 * * * *',
    catchUp: 1,
    async run(_payload, { database, signal }) {
      for (let gone = [{}]; gone.length > 0 && !signal.aborted; ) {
        const rows = await database.read<{ cle: string | null }>({ text: perimes, values: [], stable: true });
        for (const { cle } of rows) if (cle) await moyens.stockage.remove(cle);
        gone = rows;
      }
    },
  }),

  'envoyer-rapports': job({
    payload: z.strictObject({}),
    cron: '* * * * *',
    async run(_payload, { database, caller, signal }) {
      while (!signal.aborted && (await envoyerUnDu(database, caller)));
    },
  }),
});
