import type { KindName } from '../../../core/kinds.ts';
import type { ExportRow } from '../../../core/records/export.ts';
import type { Column } from '../columns.ts';
import { cellXml, columnLetters, textXml } from './cells.ts';
import { styles } from './parts.ts';
import { XML } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PANE = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** In characters of the standard font. */
const widths: Partial<Record<KindName, number>> = {
  id: 9,
  integer: 12,
  francs: 16,
  percent: 12,
  flag: 9,
  day: 12,
  instant: 18,
  code: 16,
  choice: 16,
  phone: 20,
  email: 30,
  longtext: 44,
  json: 44,
};
const TEXT_WIDTH = 24;

/**
 * One sheet as XML text, batch by batch: frozen bold header, a filter over all of it.
 * @returns what its filter covers
 */
export async function* sheetXml(
  columns: readonly Column[],
  batches: AsyncIterable<ExportRow[]>,
  first: boolean,
): AsyncGenerator<string, string> {
  const letters = columns.map((_, i) => columnLetters(i + 1));
  const selected = first ? ' tabSelected="1"' : '';
  const cols = columns.map(({ header, kind }, i) => {
    const width = Math.max(widths[kind] ?? TEXT_WIDTH, header.length + 4);
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  const headers = columns.map(({ header }, i) => textXml(`${letters[i]}1`, styles.header, header));
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${selected}>${PANE}</sheetView></sheetViews>
<cols>${cols.join('')}</cols><sheetData><row r="1">${headers.join('')}</row>`;
  let at = 1;
  for await (const batch of batches) {
    yield batch.map((row) => rowXml(columns, letters, row, ++at)).join('');
  }
  const last = letters.at(-1) ?? 'A';
  yield `</sheetData><autoFilter ref="A1:${last}${at}"/></worksheet>`;
  return `$A$1:$${last}$${at}`;
}

function rowXml(columns: readonly Column[], letters: readonly string[], row: ExportRow, at: number): string {
  const cells = columns.map((column, i) => cellXml(column, row, `${letters[i]}${at}`));
  return `<row r="${at}">${cells.join('')}</row>`;
}
