import type { KindName } from '../../../core/kinds.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { Column } from '../columns.ts';
import type { Ligne } from '../composition.ts';
import { sheetWords } from '../messages.ts';
import { cellXml, columnLetters, textXml } from './cells.ts';
import { styles } from './parts.ts';
import type { Sommes } from './sommes.ts';
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
/** Characters at a time: a longer text would outlive its use until all of memory is looked through. */
const PIECE = 16_384;

export interface Sheet {
  name: string;
  first: boolean;
  columns: readonly Column[];
  /** What is added up over this sheet and those before it. */
  sommes: Sommes;
  langue: Langue;
}

/**
 * One sheet as XML text, batch by batch: frozen bold header, a filter over all of it, subtotals and total in bold.
 * @returns what its filter covers
 */
export async function* sheetXml(sheet: Sheet, batches: AsyncIterable<Ligne[]>): AsyncGenerator<string, string> {
  const { columns, first } = sheet;
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
  let filtered = 1;
  for await (const batch of batches) {
    let xml = '';
    for (const line of batch) {
      xml += lineXml(sheet, letters, line, ++at);
      if (line.sorte !== 'total') filtered = at;
      if (xml.length < PIECE) continue;
      yield xml;
      xml = '';
    }
    yield xml;
  }
  const last = letters.at(-1) ?? 'A';
  yield `</sheetData><autoFilter ref="A1:${last}${filtered}"/></worksheet>`;
  return `$A$1:$${last}$${filtered}`;
}

function lineXml(
  { columns, name, sommes, langue }: Sheet,
  letters: readonly string[],
  line: Ligne,
  at: number,
): string {
  const words = sheetWords[langue];
  if (line.sorte === 'total') return sommes.total(words.total(line.nombre), name, letters, at);
  if (line.sorte === 'groupe')
    return sommes.groupe(words.sousTotal(line.groupe.libelle, line.nombre), name, letters, at);
  sommes.compter(line.row, name, at);
  const cells = columns.map((column, i) => cellXml(column, line.row, `${letters[i]}${at}`));
  return `<row r="${at}">${cells.join('')}</row>`;
}

/** A sheet of names and values: what the workbook is about. */
export function parametersXml(lines: readonly (readonly [nom: string, valeur: string])[]): string {
  const rows = lines.map(([nom, valeur], i) => {
    const cells = textXml(`A${i + 1}`, styles.header, nom) + textXml(`B${i + 1}`, styles.text, valeur);
    return `<row r="${i + 1}">${cells}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>
<cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="70" customWidth="1"/></cols>
<sheetData>${rows.join('')}</sheetData></worksheet>`;
}
