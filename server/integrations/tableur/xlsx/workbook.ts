import { addAbortSignal, type PassThrough, Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Langue } from '../../../core/messages/messages.ts';
import type { ExportRow } from '../../../core/records/export.ts';
import type { Column } from '../columns.ts';
import { type Composition, type Ligne, lignesDe } from '../composition.ts';
import { sheetWords } from '../messages.ts';
import {
  contentTypesXml,
  packageRelationsXml,
  sheetName,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './parts.ts';
import { parametersXml, sheetXml } from './sheet.ts';
import { ouvrirSommes } from './sommes.ts';

/** Excel takes 1 048 576 lines a sheet, the header among them. */
const ROWS_MAX = 1_048_575;

export interface Workbook {
  columns: readonly Column[];
  rows: AsyncIterable<ExportRow[]>;
  title: string;
  /** Groups with subtotals, a total, and a sheet that says what was asked for. */
  composition?: Composition;
  langue?: Langue;
  rowsMax?: number;
}

/**
 * Writes rows as an Excel workbook, read as fast as the stream takes them: days and moments are dates on the
 * institution's clock, francs are numbers, texts stay texts. Goes on in further sheets when one is full.
 * Ends the stream; destroys it if the rows fail.
 */
export async function writeXlsx(stream: Writable, workbook: Workbook): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const gone = new AbortController();
  const sending = pipeline(output, stream).catch((error: unknown) => {
    gone.abort();
    throw error;
  });
  const building = build(zip, workbook, gone.signal).catch((error: Error) => {
    output.destroy(error);
    if (!gone.signal.aborted) throw error;
  });
  await Promise.all([building, sending]);
}

async function build(
  zip: ZipFile,
  { columns, rows, title, composition, langue = 'fr', rowsMax = ROWS_MAX }: Workbook,
  gone: AbortSignal,
) {
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path);
  add('[Content_Types].xml', contentTypesXml);
  add('_rels/.rels', packageRelationsXml);
  add('xl/styles.xml', stylesXml);
  const names: string[] = [];
  const ranges: string[] = [];
  const sommes = ouvrirSommes(columns, composition?.mesures ?? []);
  for await (const batches of inSheets(lignesDe(rows, composition), rowsMax)) {
    const name = sheetName(title, names.length + 1);
    names.push(name);
    const sheet = keepResult(sheetXml({ name, first: names.length === 1, columns, sommes, langue }, batches));
    const text = addAbortSignal(gone, Readable.from(sheet.text, { highWaterMark: 1 }));
    zip.addReadStream(text, `xl/worksheets/sheet${names.length}.xml`);
    await finished(text);
    ranges.push(sheet.result());
  }
  if (composition) {
    names.push(sheetWords[langue].parametres);
    add(`xl/worksheets/sheet${names.length}.xml`, parametersXml(composition.parametres));
  }
  add('xl/workbook.xml', workbookXml(names, ranges));
  add('xl/_rels/workbook.xml.rels', workbookRelationsXml(names.length));
  zip.end();
}

/** The batches, parted where a sheet is full; one sheet even without rows. Each sheet is to be read to its end. */
async function* inSheets(rows: AsyncIterable<Ligne[]>, rowsMax: number): AsyncGenerator<AsyncIterable<Ligne[]>> {
  let rest: Ligne[] = [];
  let more = true;
  const source = rows[Symbol.asyncIterator]();

  async function* oneSheet(): AsyncGenerator<Ligne[]> {
    for (let room = rowsMax; room > 0; ) {
      const part = rest.splice(0, room);
      room -= part.length;
      if (part.length > 0) yield part;
      if (rest.length === 0) await refill();
      if (!more) return;
    }
  }

  async function refill() {
    const next = await source.next();
    more = !next.done;
    rest = next.done ? [] : next.value;
  }

  try {
    do yield oneSheet();
    while (more);
  } finally {
    await source.return?.();
  }
}

function keepResult<T, R>(source: AsyncGenerator<T, R>) {
  let kept: R | undefined;
  async function* text(): AsyncGenerator<T> {
    kept = yield* source;
  }
  return { text: text(), result: () => kept as R };
}
