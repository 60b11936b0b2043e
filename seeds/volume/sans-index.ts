import type { QueryRunner } from 'typeorm';

interface Kept {
  drop: string;
  create: string;
}

/**
 * Does the work without the indexes of these tables, keys apart, and builds them again: building one is far quicker
 * than keeping it while loading. The transaction holds the tables meanwhile.
 */
export async function withoutIndexes(db: QueryRunner, tables: readonly string[], work: () => Promise<void>) {
  const kept = (await db.query(
    `select format('drop index %I', c.relname) as drop, pg_get_indexdef(x.indexrelid) as create
     from pg_index x join pg_class c on c.oid = x.indexrelid
     where x.indrelid = any($1::regclass[]) and not x.indisunique
       and not exists (select from pg_constraint where conindid = x.indexrelid)
     union all
     select format('alter table %I drop constraint %I', t.relname, k.conname),
       format('alter table %I add constraint %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid))
     from pg_constraint k join pg_class t on t.oid = k.conrelid
     where k.conrelid = any($1::regclass[]) and k.contype = 'x'`,
    [tables],
  )) as Kept[];
  for (const { drop } of kept) await db.query(drop);
  await work();
  await db.query(`set local maintenance_work_mem = '256MB'`);
  for (const { create } of kept) await db.query(create);
}
