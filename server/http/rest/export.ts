import type { Response } from 'express';
import type { Caller } from '../../core/access.ts';
import { champInvalide } from '../../core/errors.ts';
import { parseQuery, type Sent } from '../../core/query/parse.ts';
import { exportColumns } from '../../core/records/export.ts';
import type { Records } from '../../core/records/records.ts';
import type { Resource } from '../../core/resource.ts';
import { sendExport } from '../export/send-export.ts';

const formats = ['csv', 'xlsx'] as const;
type Format = (typeof formats)[number];

/** The rows that a list's own filters give, as a file. @throws 400 for another format */
export async function exportOf(
  records: Records,
  caller: Caller,
  resource: Resource,
  sent: Sent,
  res: Response,
): Promise<void> {
  const asked = new Map([...sent]);
  const format = asked.get('format') ?? 'csv';
  asked.delete('format');
  if (!(formats as readonly string[]).includes(format)) throw champInvalide('format', 'format_export');
  const query = parseQuery(caller.actor, resource, asked, ['search', 'ordering', 'fields', 'corbeille']);
  const filter = new URLSearchParams([...asked]).toString();
  const rows = await records.export(caller, resource, query, filter);
  const columns = exportColumns(caller, resource, query);
  await sendExport(res, { format: format as Format, resource, langue: caller.langue, columns, rows });
}
