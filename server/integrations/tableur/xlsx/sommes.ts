import type { ExportRow } from '../../../core/records/export.ts';
import type { Column } from '../columns.ts';
import { numberXml, textXml } from './cells.ts';
import { styles } from './parts.ts';
import { xmlText } from './xml.ts';

/** Lines of a sheet, the first and the last of them. */
interface Part {
  sheet: string;
  from: number;
  to: number;
}

/** Adds up columns over all the sheets of a workbook: as a formula that follows the filter, with its value beside it. */
export function ouvrirSommes(columns: readonly Column[], mesures: readonly string[]) {
  const summed = columns.filter(({ name }) => mesures.includes(name));
  const zero = () => new Map(summed.map(({ name }) => [name, 0]));
  const whole = { parts: [] as Part[], values: zero() };
  let group = { parts: [] as Part[], values: zero() };
  const here = columns.findIndex(({ name }) => !mesures.includes(name));

  const seen = (parts: Part[], sheet: string, at: number) => {
    const last = parts.at(-1);
    if (last?.sheet === sheet) last.to = at;
    else parts.push({ sheet, from: at, to: at });
  };

  function line({ parts, values }: typeof whole, said: string, sheet: string, letters: readonly string[], at: number) {
    const cells = columns.map(({ name, kind }, i) => {
      const place = `${letters[i]}${at}`;
      if (i === here) return textXml(place, styles.totalText, said);
      if (!values.has(name) || parts.length === 0) return '';
      const style = kind === 'francs' ? styles.totalFrancs : styles.totalWhole;
      return numberXml(place, style, values.get(name) ?? 0, formula(parts, sheet, letters[i] as string));
    });
    return `<row r="${at}">${cells.join('')}</row>`;
  }

  return {
    /** Counts a row that stands at a line of a sheet. */
    compter(row: ExportRow, sheet: string, at: number): void {
      for (const { name } of summed) {
        const value = Number(row[name] ?? 0);
        whole.values.set(name, (whole.values.get(name) ?? 0) + value);
        group.values.set(name, (group.values.get(name) ?? 0) + value);
      }
      seen(whole.parts, sheet, at);
      seen(group.parts, sheet, at);
    },
    /** The line at the end of a group; the next one begins. */
    groupe(said: string, sheet: string, letters: readonly string[], at: number): string {
      const xml = line(group, said, sheet, letters, at);
      group = { parts: [], values: zero() };
      return xml;
    },
    total: (said: string, sheet: string, letters: readonly string[], at: number) =>
      line(whole, said, sheet, letters, at),
  };
}

export type Sommes = ReturnType<typeof ouvrirSommes>;

/** SUBTOTAL leaves out other subtotals within it, and the rows that the reader has filtered away. */
const formula = (parts: readonly Part[], sheet: string, letter: string) =>
  parts
    .map(({ sheet: of, from, to }) => {
      const elsewhere = of === sheet ? '' : `'${of.replaceAll("'", "''")}'!`;
      return xmlText(`SUBTOTAL(9,${elsewhere}${letter}${from}:${letter}${to})`);
    })
    .join('+');
