import { addAbortSignal, type PassThrough, Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportRow } from '../../../core/records/export.ts';
import type { Column } from '../columns.ts';
import { contentTypesXml, packageRelationsXml, stylesXml, workbookRelationsXml, workbookXml } from './parts.ts';
import { sheetXml } from './sheet.ts';

/** Excel takes 1 048 576 lines a sheet, the header among them. */
const ROWS_MAX = 1_048_575;

/**
 * Writes rows as an Excel workbook, read as fast as the stream takes them: days and moments are dates on the
 * institution's clock, francs are numbers, texts stay texts. Goes on in further sheets when one is full.
 * Ends the stream; destroys it if the rows fail.
 */
export async function writeXlsx(
  stream: Writable,
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow[]>,
  title: string,
  rowsMax = ROWS_MAX,
): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const gone = new AbortController();
  const sending = pipeline(output, stream).catch((error: unknown) => {
    gone.abort();
    throw error;
  });
  const building = build(zip, columns, rows, title, rowsMax, gone.signal).catch((error: Error) => {
    output.destroy(error);
    if (!gone.signal.aborted) throw error;
  });
  await Promise.all([building, sending]);
}

async function build(
  zip: ZipFile,
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow[]>,
  title: string,
  rowsMax: number,
  gone: AbortSignal,
) {
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path);
  add('[Content_Types].xml', contentTypesXml);
  add('_rels/.rels', packageRelationsXml);
  add('xl/styles.xml', stylesXml);
  const ranges: string[] = [];
  for await (const batches of inSheets(rows, rowsMax)) {
    const sheet = keepResult(sheetXml(columns, batches, ranges.length === 0));
    const text = addAbortSignal(gone, Readable.from(sheet.text));
    zip.addReadStream(text, `xl/worksheets/sheet${ranges.length + 1}.xml`);
    await finished(text);
    ranges.push(sheet.result());
  }
  add('xl/workbook.xml', workbookXml(title, ranges));
  add('xl/_rels/workbook.xml.rels', workbookRelationsXml(ranges.length));
  zip.end();
}

/** The batches, parted where a sheet is full; one sheet even without rows. Each sheet is to be read to its end. */
async function* inSheets(
  rows: AsyncIterable<ExportRow[]>,
  rowsMax: number,
): AsyncGenerator<AsyncIterable<ExportRow[]>> {
  let rest: ExportRow[] = [];
  let more = true;
  const source = rows[Symbol.asyncIterator]();

  async function* oneSheet(): AsyncGenerator<ExportRow[]> {
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
