import pg from 'pg';
import { log } from './log.ts';

/** Milliseconds after which the queue's own bookkeeping gives up a statement. */
const STATEMENT_TIMEOUT = 20_000;

/**
 * Connections for the queue alone, so that it neither waits for those of the requests nor takes them. One that
 * breaks is replaced by the next use; without the listeners Node would end the process, and the client's own says it.
 * @param name by which PostgreSQL shows them
 */
export function openPool(url: string, max: number, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    statement_timeout: STATEMENT_TIMEOUT,
    connectionTimeoutMillis: 5000,
  });
  const lost = (error: Error) => {
    // Once the pool is being ended its connections go by themselves, and PostgreSQL may go before the last of them.
    if (!pool.ending) log('warning', `connexion perdue : ${error.message}`);
  };
  pool.on('connect', (client) => client.on('error', lost));
  return pool.on('error', () => undefined);
}
