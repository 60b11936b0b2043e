import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '../server/core/kinds.ts';
import { type Resource, resourceOf } from '../server/core/resource.ts';
import { resources } from '../server/features.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The migrations make the tables, the entities say what is in them: here they are held against each other. */
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

interface Column {
  name: string;
  type: string;
  optional: boolean;
}

const isView = async (table: string) =>
  (await db.rows(`select from pg_class where oid = $1::regclass and relkind = 'v'`, [table])).length > 0;

const columnsOf = (table: string) =>
  db.rows<Column>(
    `select attname as name, regexp_replace(format_type(atttypid, null), 'timestamp with time zone', 'timestamptz') as type, not attnotnull as optional
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );

describe.each(resources.map((resource) => [resource.name, resource] as const))('%s', (name, resource: Resource) => {
  test('every field is a column of its kind, as optional as it says', async () => {
    const columns = new Map((await columnsOf(name)).map((column) => [column.name, column]));
    // PostgreSQL does not tell of a view which of its columns are never empty.
    const view = await isView(name);
    for (const field of resource.fields.values()) {
      if (field.computed) continue;
      expect(columns.get(field.name), `${name}.${field.name}`).toMatchObject({
        type: kindOf(field.kind).column,
        optional: view || (field.optional ?? false),
      });
    }
  });

  test('every column is known to the entity, or is kept from it on purpose', async () => {
    const known = new Set(db.source.getMetadata(resource.entity).columns.map(({ databaseName }) => databaseName));
    const unknown = (await columnsOf(name)).map((column) => column.name).filter((column) => !known.has(column));
    expect(unknown.filter((column) => column !== 'recherche')).toEqual([]);
  });

  test('every searched list has its column, every reference its key and index', async () => {
    const columns = (await columnsOf(name)).map((column) => column.name);
    expect(columns.includes('recherche')).toBe(resource.search.length > 0);
    if (resource.readOnly || resource.behind) return;
    for (const field of resource.fields.values()) {
      if (field.kind !== 'reference') continue;
      const target = resourceOf(field.target?.()).name;
      const keys = await db.rows(
        `select from pg_constraint where contype = 'f' and conrelid = $1::regclass and confrelid = $2::regclass
         and conkey = array[(select attnum from pg_attribute where attrelid = $1::regclass and attname = $3)]`,
        [name, target, field.name],
      );
      expect(keys, `${name}.${field.name}`).toHaveLength(1);
      const indexes = await db.rows(
        `select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = $1::regclass and a.attname = $2`,
        [name, field.name],
      );
      expect(indexes.length, `an index that begins with ${name}.${field.name}`).toBeGreaterThan(0);
    }
  });

  test('every short list of codes is held by the database as well', async () => {
    const [row] = await db.rows<{ text: string }>(
      `select string_agg(pg_get_constraintdef(oid), ' ') as text from pg_constraint where conrelid = $1::regclass`,
      [name],
    );
    // The names of the settings are written by the product's own seeds alone.
    const held = [...resource.fields.values()].filter((field) => !(field.readOnly && field.unique) && !field.computed);
    for (const field of resource.readOnly || resource.behind ? [] : held) {
      for (const code of field.choices ?? []) expect(row?.text, `${name}.${field.name}`).toContain(`'${code}'`);
    }
  });
});

test('migrations go down again and up again', async () => {
  for (const _ of db.source.migrations) await db.source.undoLastMigration();
  const left = await db.rows(`select from pg_tables where schemaname = 'public' and tablename <> 'migrations'`);
  expect(left).toHaveLength(0);
  expect(await db.source.runMigrations()).toHaveLength(db.source.migrations.length);
});
