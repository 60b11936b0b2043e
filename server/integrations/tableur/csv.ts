import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Langue } from '../../core/messages/messages.ts';
import { spacedPhone } from '../../core/phone.ts';
import type { ExportRow } from '../../core/records/export.ts';
import { type Column, textOf } from './columns.ts';
import { isoInZone } from './wall-clock.ts';

const BOM = '\uFEFF';
const SEPARATOR = ';';

/**
 * Writes rows as a spreadsheet's CSV: UTF-8 with its mark, `;`, CRLF, quotes as in RFC 4180, one header line. Days and
 * moments are ISO, choices are words, decimals have the reader's mark. Ends the stream; destroys it if the rows fail.
 */
export function writeCsv(
  stream: Writable,
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow[]>,
  langue: Langue,
): Promise<void> {
  return pipeline(csvText(columns, rows, langue), stream);
}

async function* csvText(
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow[]>,
  langue: Langue,
): AsyncGenerator<string> {
  const line = (cells: string[]) => `${cells.join(SEPARATOR)}\r\n`;
  yield BOM + line(columns.map(({ header }) => quoted(harmless(header))));
  for await (const batch of rows) {
    yield batch.map((row) => line(columns.map((column) => cell(column, row, langue)))).join('');
  }
}

function cell(column: Column, row: ExportRow, langue: Langue): string {
  const value = row[column.name];
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'id':
    case 'integer':
    case 'francs':
    case 'day':
      return String(value);
    case 'percent':
      return langue === 'fr' ? String(value).replace('.', ',') : String(value);
    case 'instant':
      return isoInZone(new Date(value as string | Date));
    case 'phone':
      return quoted(spacedPhone(String(value)) ?? harmless(String(value)));
    default:
      return quoted(harmless(textOf(column, row)));
  }
}

/**
 * A spreadsheet would run a text that begins like a formula: it gets an apostrophe before it. To read a file back,
 * take one apostrophe off a text that begins with apostrophes and then one of these characters.
 */
const harmless = (text: string) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
