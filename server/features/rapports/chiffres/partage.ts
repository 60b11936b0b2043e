import { aujourdhui } from '../../../core/jours.ts';
import type { Statement } from '../../../core/query/params.ts';
import { type Dependances, lireDependances } from './dependances.ts';
import type { Sources } from './types.ts';

const GARDE_MS = 60_000;
const GARDES_MAX = 2000;

/** What PostgreSQL answered, and when it was asked. */
export interface Reponse {
  results: string;
  le: Date;
}

interface Gardee {
  reponse: Promise<Reponse>;
  lu: string;
  texte: string;
  jusqu_a: number;
}

export interface Partage {
  dependances: Dependances;
  lire(statement: Statement, lu: string): Promise<Reponse>;
}

/**
 * Answers to statements, one for all who ask the same: a statement holds the scope of whoever asks it, so those who get
 * the same answer are those who may. Kept for a minute at most, less when a table in it changes; while that cannot be
 * heard, each asks for itself.
 */
async function ouvrir({ database, watch }: Sources): Promise<Partage> {
  const dependances = await lireDependances(database);
  const gardees = new Map<string, Gardee>();
  watch.on('donnees', (table) => {
    for (const [key, { lu, texte }] of gardees) if (dependances.touche(table, lu, texte)) gardees.delete(key);
  });

  const demander = async (statement: Statement): Promise<Reponse> => {
    const le = new Date();
    const [row] = await database.read<{ results: string }>(statement);
    return { results: row?.results ?? '[]', le };
  };

  return {
    dependances,
    lire(statement, lu) {
      if (!watch.listening) return demander(statement);
      const key = `${aujourdhui()}\n${statement.text}\n${JSON.stringify(statement.values)}`;
      const known = gardees.get(key);
      if (known && known.jusqu_a > Date.now()) return known.reponse;
      if (gardees.size >= GARDES_MAX) gardees.clear();
      const made: Gardee = { reponse: demander(statement), lu, texte: statement.text, jusqu_a: Date.now() + GARDE_MS };
      gardees.set(key, made);
      made.reponse.catch(() => {
        if (gardees.get(key) === made) gardees.delete(key);
      });
      return made.reponse;
    },
  };
}

const ouverts = new WeakMap<Sources['watch'], Promise<Partage>>();

/** The one of this process. */
export function partageDe(sources: Sources): Promise<Partage> {
  const known = ouverts.get(sources.watch);
  if (known) return known;
  const made = ouvrir(sources);
  ouverts.set(sources.watch, made);
  made.catch(() => ouverts.delete(sources.watch));
  return made;
}
