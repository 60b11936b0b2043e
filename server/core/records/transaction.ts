import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Caller } from '../access.ts';
import type { Database } from '../database.ts';
import { conflit } from '../errors.ts';
import { fromDatabase, isTransient } from './database-errors.ts';

/** One unit of work: everything in it happens, or none of it. */
export interface Transaction {
  em: EntityManager;
  caller: Caller;
  query<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** Queues a job that exists only if this transaction does; those of one `queue` run one after the other. */
  job(
    name: string,
    payload: Record<string, unknown>,
    options?: { at?: Date; key?: string; queue?: string },
  ): Promise<void>;
  /** Says that rows of a table have changed, to every process, when this transaction has succeeded. */
  changed(table: string): void;
}

const TRIES = 3;
const PAUSE_MS = 25;

/**
 * Runs `work` in one transaction, again if the database asked for it (deadlock, serialization).
 * With `caller.once`, the second sending of the same request gets the first one's answer and does nothing.
 */
export async function transact<T>(
  database: Database,
  caller: Caller,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.source.transaction((em) => once(open(em, caller), work));
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw fromDatabase(error);
      // Whoever waited for what this let go of comes first, or both would stand in each other's way again.
      await pause(PAUSE_MS * (1 + Math.random()));
    }
  }
}

function open(em: EntityManager, caller: Caller): Transaction & { tables: Set<string> } {
  const tables = new Set<string>();
  const query = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> => {
    const { records } = await (em.queryRunner as QueryRunner).query(text, values, true);
    return records as R[];
  };
  return {
    em,
    caller,
    tables,
    query,
    changed: (table) => void tables.add(table),
    async job(name, payload, { at, key, queue } = {}) {
      await query(
        'select from graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4, queue_name := $5)',
        [name, JSON.stringify(payload), at ?? null, key ?? null, queue ?? null],
      );
    },
  };
}

async function once<T>(tx: ReturnType<typeof open>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { once: key, actor } = tx.caller;
  if (!key) return finish(tx, await work(tx));
  const who = `${actor.id ?? 0}:${key.cle}`;
  const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as got', [
    who,
  ]);
  if (!lock?.got) throw conflit(409, 'cle_en_cours');
  const [stored] = await tx.query<{ empreinte: string; reponse: { valeur: T } }>(
    'select empreinte, reponse from idempotence where utilisateur_id = $1 and cle = $2',
    [actor.id, key.cle],
  );
  if (stored && stored.empreinte !== key.empreinte) throw conflit(422, 'cle_deja_utilisee');
  if (stored) return stored.reponse.valeur;
  const valeur = await work(tx);
  await tx.query('insert into idempotence (utilisateur_id, cle, empreinte, reponse) values ($1, $2, $3, $4)', [
    actor.id,
    key.cle,
    key.empreinte,
    JSON.stringify({ valeur }, withoutSecrets),
  ]);
  return finish(tx, valeur);
}

/** What an action shows once (a key, a link): not kept for a second look. */
export const shownOnce = new WeakSet<object>();

const withoutSecrets = (_name: string, value: unknown) =>
  typeof value === 'object' && value !== null && shownOnce.has(value) ? undefined : value;

/** Listeners hear of it when the transaction commits, not before. */
async function finish<T>(tx: ReturnType<typeof open>, value: T): Promise<T> {
  for (const table of tx.tables) await tx.query(`select pg_notify('guichet_donnees', $1)`, [table]);
  return value;
}
