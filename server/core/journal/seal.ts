import type { EntityManager } from 'typeorm';
import type { Database } from '../database.ts';
import { ORIGIN, type SealedLine, seal, sealedColumns } from './seal-form.ts';

/** Lines in one transaction. */
const BATCH = 1000;

/** One sealer at a time, whichever process it runs in. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended('journal.sceaux', 0))`;

const LAST = 'select rang, empreinte from journal_sceaux order by rang desc limit 1';

const WAITING = 'select journal_id from journal_a_sceller where journal_id > $1 order by journal_id limit $2';

/** A line that is gone, or sealed already, stays in the queue: the check of the journal says so. */
const TAKE = `
  with pris as (
    delete from journal_a_sceller q where q.journal_id = any($1::bigint[])
      and exists (select from journal j where j.id = q.journal_id)
      and not exists (select from journal_sceaux s where s.journal_id = q.journal_id)
    returning q.journal_id)
  select ${sealedColumns('j')} from journal j join pris on pris.journal_id = j.id order by j.id`;

const KEEP = `insert into journal_sceaux (rang, journal_id, empreinte)
  select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])`;

/**
 * Chains every committed line that has no seal yet, and answers how many there were. Lines are hashed here, not in
 * PostgreSQL, by the same few lines of code that check them: a check must not trust the database it checks.
 */
export async function sealJournal(database: Database, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { waiting, done } = await database.source.transaction((em) => sealBatch(em, after));
    total += done;
    if (waiting.length < BATCH || signal?.aborted) return total;
    after = waiting.at(-1) ?? after;
  }
}

async function sealBatch(em: EntityManager, after: number): Promise<{ waiting: number[]; done: number }> {
  await em.query(LOCK);
  const found: { journal_id: number }[] = await em.query(WAITING, [after, BATCH]);
  const waiting = found.map(({ journal_id }) => journal_id);
  if (waiting.length === 0) return { waiting, done: 0 };
  const lines: SealedLine[] = await em.query(TAKE, [waiting]);
  if (lines.length === 0) return { waiting, done: 0 };
  const [last]: { rang: number; empreinte: Buffer }[] = await em.query(LAST);
  const { rang, empreinte } = last ?? { rang: 0, empreinte: ORIGIN };
  let before = empreinte;
  const seals = lines.map((line) => (before = seal(before, line)));
  await em.query(KEEP, [lines.map((_, i) => rang + i + 1), lines.map(({ id }) => id), seals]);
  return { waiting, done: lines.length };
}
