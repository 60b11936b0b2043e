import type { Database } from '../../../core/database.ts';
import type { Horloge } from './caisses.ts';

/** Milliseconds between two questions to the operators, whoever puts them: MTN answers ten in a second. */
export const PAS_MS = 100;

const reserve = `insert into cadences as c (nom, libre_le) values ('sondage', $1::timestamptz + make_interval(secs => $2))
  on conflict (nom) do update set libre_le = greatest(c.libre_le, $1) + make_interval(secs => $2)
  returning libre_le`;

/** Takes a place in the row of questions, shared by all processes. @returns when it is, in milliseconds */
export async function place(database: Database, horloge: Horloge): Promise<number> {
  const [row] = await database.read<{ libre_le: Date }>({
    text: reserve,
    values: [new Date(horloge.now()), PAS_MS / 1000],
    stable: true,
  });
  return (row as { libre_le: Date }).libre_le.valueOf() - PAS_MS;
}

/** Has the due attempts asked about at an instant, or soon if it is over. Runs in the transaction of `query`. */
export async function reveiller(
  query: (text: string, values: unknown[]) => Promise<unknown>,
  instant: number,
): Promise<void> {
  // One job for each second: an earlier one is neither lost nor put off.
  const second = Math.ceil(instant / 1000);
  await query(`select from graphile_worker.add_job('sonder-tentatives', run_at := $1, job_key := $2)`, [
    new Date(instant),
    `sonder-${second}`,
  ]);
}
