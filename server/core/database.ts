import { createHash } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Statement } from './query/params.ts';

// Days stay ISO strings, sums and counts become numbers: nothing passes through a local Date or a float string.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** The one database: TypeORM's entities for writing, its pool for statements that need none. */
export interface Database {
  source: DataSource;
  /** Rows of a statement, outside any transaction. */
  read<T extends object>(statement: Statement): Promise<T[]>;
  /** A connection of one's own, for a cursor or to listen; give it back with `release()`. */
  connect(): Promise<pg.PoolClient>;
}

interface PoolOwner {
  master: pg.Pool;
}

const PREPARED_MAX = 500;

export function openDatabase(source: DataSource): Database {
  const pool = (source.driver as unknown as PoolOwner).master;
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= PREPARED_MAX) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
    return name;
  };
  return {
    source,
    async read<T extends object>({ text, values, stable }: Statement) {
      const name = stable ? nameOf(text) : undefined;
      const { rows } = await pool.query<T>({ text, values, ...(name ? { name } : {}) });
      return rows;
    },
    connect: () => pool.connect(),
  };
}
