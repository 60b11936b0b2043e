import type { Database } from '../../../core/database.ts';

/** Tables that move together: the triggers of one write the others, and who wrote says the one. */
const solidaires: readonly string[] = [
  'souscriptions',
  'paiements',
  'termes',
  'numeros_police',
  'interruptions',
  'especes_detenues',
  'ecritures',
  'agents',
  'bordereaux',
  'avenants',
  'derogations',
];

const lues = `
  select distinct v.relname as vue, t.relname as lit
  from pg_rewrite r join pg_class v on v.oid = r.ev_class and v.relkind = 'v'
  join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
  join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
  where v.relnamespace = 'public'::regnamespace`;

/** What a statement over a table or a view must be asked anew for, given the name of a table that has changed. */
export interface Dependances {
  touche(table: string, lu: string, texte?: string): boolean;
}

/** Reads once from PostgreSQL what each view is made of. */
export async function lireDependances(database: Database): Promise<Dependances> {
  const rows = await database.read<{ vue: string; lit: string }>({ text: lues, values: [], stable: false });
  const parts = new Map<string, string[]>();
  for (const { vue, lit } of rows) parts.set(vue, [...(parts.get(vue) ?? []), lit]);
  const tables = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const lit of parts.get(name) ?? []) tables(lit, seen);
    return seen;
  };
  const known = new Map<string, Set<string>>();
  return {
    touche(table, lu, texte = '') {
      if (!table) return true;
      const lit = known.get(lu) ?? tables(lu);
      known.set(lu, lit);
      if (lit.has(table) || texte.includes(table)) return true;
      return solidaires.includes(table) && solidaires.some((each) => lit.has(each));
    },
  };
}
