import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { interdit } from '../../core/errors.ts';
import { aujourdhui } from '../../core/jours.ts';
import type { ExportRow } from '../../core/records/export.ts';
import { clients } from '../../features/clients/resource.ts';
import { unzip } from '../../integrations/tableur/xlsx/open-xlsx.ts';
import { sendExport } from './send-export.ts';

const formats = ['csv', 'xlsx'] as const;
type Format = (typeof formats)[number];
let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Serves one export; `failed` is what sending it threw. */
async function serve(format: Format, rows: AsyncIterable<ExportRow[]>) {
  const outcome: { failed?: unknown; over: boolean } = { over: false };
  const app = express().get('/', async (_req, res) => {
    try {
      await sendExport(res, { format, resource: clients, langue: 'fr', columns: ['nom', 'telephone'], rows });
    } catch (error) {
      outcome.failed = error;
      if (!res.headersSent) res.status(403).end('refuse');
    }
    outcome.over = true;
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, outcome };
}

const SIZE = 1000;
const batch = (from: number): ExportRow[] =>
  Array.from({ length: SIZE }, (_, i) => ({
    nom: `CLIENT ${((from + i) * 7919) % 1_000_003} ${Math.sin(from + i)}`,
    telephone: '+242061234567',
  }));

/** Rows that count how many batches were asked for, and whether the reader gave them back. */
function counted(batches: number, failAt = Number.POSITIVE_INFINITY) {
  const seen = { asked: 0, released: false };
  async function* rows(): AsyncGenerator<ExportRow[]> {
    try {
      for (let i = 0; i < batches; i++) {
        seen.asked++;
        if (i === failAt) throw new Error('the database went away');
        yield batch(i * SIZE);
      }
    } finally {
      seen.released = true;
    }
  }
  return { seen, rows: rows() };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await pause(20);
  expect(holds()).toBe(true);
}

test('a file says its type and its name, and is kept by nobody', async () => {
  const { url } = await serve('xlsx', counted(1).rows);
  const response = await fetch(url);
  const name = `clients-${aujourdhui()}.xlsx`;
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(unzip(Buffer.from(await response.arrayBuffer())).has('xl/worksheets/sheet1.xml')).toBe(true);
});

test.each(formats)('what is refused before the first row can still be answered (%s)', async (format) => {
  async function* refused(): AsyncGenerator<ExportRow[]> {
    yield await Promise.reject(interdit());
  }
  const { url, outcome } = await serve(format, refused());
  const response = await fetch(url);
  expect(response.status).toBe(403);
  expect(response.headers.get('content-disposition')).toBeNull();
  expect(outcome.failed).toMatchObject({ code: 'interdit' });
});

test.each(formats)(
  'rows that fail midway cut the connection: no half file passes for a whole one (%s)',
  async (format) => {
    const { seen, rows } = counted(30, 20);
    const { url, outcome } = await serve(format, rows);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
    await until(() => outcome.over);
    expect(outcome.failed).toMatchObject({ message: 'the database went away' });
    expect(seen.released).toBe(true);
  },
);

test.each(formats)('a reader who goes away gives the rows back and is no error (%s)', async (format) => {
  const { seen, rows } = counted(1000);
  const { url, outcome } = await serve(format, rows);
  const asked = request(url).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  await once(response, 'data');
  asked.destroy();
  await until(() => outcome.over && seen.released);
  expect(outcome.failed).toBeUndefined();
  expect(seen.asked).toBeLessThan(1000);
});
