import type { Response } from 'express';
import { aujourdhui } from '../../core/jours.ts';
import { type Langue, labels } from '../../core/messages/messages.ts';
import type { ExportRow } from '../../core/records/export.ts';
import type { Resource } from '../../core/resource.ts';
import { columnsOf } from '../../integrations/tableur/columns.ts';
import { writeCsv } from '../../integrations/tableur/csv.ts';
import { writeXlsx } from '../../integrations/tableur/xlsx/workbook.ts';

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A reader that takes nothing for so long holds a database connection for nothing. */
const STALLED_MS = 60_000;

export interface Export {
  format: keyof typeof types;
  resource: Resource;
  langue: Langue;
  /** As `exportColumns` gives them. */
  columns: readonly string[];
  rows: AsyncIterable<ExportRow[]>;
}

/**
 * Sends the rows as a file while they are read. What is refused before the first row is thrown and can be answered;
 * if the rows fail later the connection is cut, so that half a file never passes for a whole one.
 */
export async function sendExport(res: Response, { format, resource, langue, columns, rows }: Export): Promise<void> {
  const source = rows[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    const all = from(first, source);
    const shown = columnsOf(resource, columns, langue);
    prepare(res, format, `${resource.name}-${aujourdhui()}.${format}`);
    if (format === 'csv') await writeCsv(res, shown, all, langue);
    else await writeXlsx(res, { columns: shown, rows: all, title: labels(langue, resource).many });
  } catch (error) {
    if (!isGone(error)) throw error;
  } finally {
    await source.return?.();
  }
}

async function* from(
  first: IteratorResult<ExportRow[]>,
  source: AsyncIterator<ExportRow[]>,
): AsyncGenerator<ExportRow[]> {
  for (let next = first; !next.done; next = await source.next()) yield next.value;
}

/** The name as RFC 6266 wants it: plain for old readers, UTF-8 for the others. */
function prepare(res: Response, format: keyof typeof types, name: string): void {
  res.statusCode = 200;
  res.setHeader('Content-Type', types[format]);
  res.setHeader('Content-Disposition', `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  res.setHeader('Cache-Control', 'no-store');
  res.setTimeout(STALLED_MS, () => res.destroy());
}

/** The reader went away: nobody is left to be told. */
const isGone = (error: unknown) => (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
