import type { ExportRow } from '../../core/records/export.ts';

/** What rows are put together by: its key, and what it is called. */
export interface Groupe {
  cle: string;
  libelle: string;
}

/** How the rows of a file are put together and added up, and what is said of it. */
export interface Composition {
  /** The group of a row; those of one group come one after the other. */
  groupe?: (row: ExportRow) => Groupe;
  /** The columns that are added up, by name. */
  mesures: readonly string[];
  /** What was asked for, by whom and when: a name and its value each. */
  parametres: readonly (readonly [nom: string, valeur: string])[];
}

/** A line of a file: a row, or the end of a group or of everything, with how many rows it counts. */
export type Ligne =
  | { sorte: 'ligne'; row: ExportRow }
  | { sorte: 'groupe'; groupe: Groupe; nombre: number }
  | { sorte: 'total'; nombre: number };

/** Rows as the lines of a file: after each group its end, at the very end the total. */
export async function* lignesDe(
  rows: AsyncIterable<ExportRow[]>,
  composition: Composition | undefined,
): AsyncGenerator<Ligne[]> {
  let current: Groupe | undefined;
  let inGroup = 0;
  let nombre = 0;
  for await (const batch of rows) {
    const lines: Ligne[] = [];
    for (const row of batch) {
      const groupe = composition?.groupe?.(row);
      if (current && groupe?.cle !== current.cle) {
        lines.push({ sorte: 'groupe', groupe: current, nombre: inGroup });
        inGroup = 0;
      }
      current = groupe;
      inGroup += 1;
      nombre += 1;
      lines.push({ sorte: 'ligne', row });
    }
    yield lines;
  }
  if (!composition) return;
  if (current) yield [{ sorte: 'groupe', groupe: current, nombre: inGroup }];
  yield [{ sorte: 'total', nombre }];
}
