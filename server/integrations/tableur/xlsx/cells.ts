import type { ExportRow } from '../../../core/records/export.ts';
import { type Column, textOf } from '../columns.ts';
import { wallClock } from '../wall-clock.ts';
import { styles } from './parts.ts';
import { xmlText } from './xml.ts';

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Excel takes 1900 for a leap year: only from this day on do its day numbers follow the calendar. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** A cell of its own type at `at` (`B7`); nothing for an empty one. */
export function cellXml(column: Column, row: ExportRow, at: string): string {
  const value = row[column.name];
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'id':
    case 'integer':
      return numberXml(at, styles.whole, Number(value));
    case 'francs':
      return numberXml(at, styles.francs, Number(value));
    case 'percent':
      return numberXml(at, styles.plain, Number(value));
    case 'flag':
      return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
    case 'day':
      return date(at, styles.day, Date.parse(`${String(value)}T00:00:00Z`), String(value));
    case 'instant':
      return date(at, styles.instant, wallClock(new Date(value as string | Date)), String(value));
    default:
      return textXml(at, styles.text, textOf(column, row));
  }
}

/** A text stays a text, whatever it looks like. */
export const textXml = (at: string, style: number, text: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** @param formula what the value comes from, already fit for XML */
export const numberXml = (at: string, style: number, value: number, formula = '') =>
  `<c r="${at}" s="${style}">${formula && `<f>${formula}</f>`}<v>${value}</v></c>`;

function date(at: string, style: number, ms: number, text: string): string {
  return ms >= FIRST_DAY
    ? numberXml(at, style, Number(((ms - EPOCH) / DAY_MS).toFixed(6)))
    : textXml(at, styles.text, text);
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(position: number): string {
  const rest = (position - 1) % 26;
  const before = Math.floor((position - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}
