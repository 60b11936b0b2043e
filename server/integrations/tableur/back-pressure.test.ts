import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ExportRow } from '../../core/records/export.ts';
import { clients } from '../../features/clients/resource.ts';
import { columnsOf } from './columns.ts';
import { writeCsv } from './csv.ts';
import { writeXlsx } from './xlsx/workbook.ts';

const BATCHES = 50;
const SIZE = 1000;
const columns = columnsOf(clients, ['nom', 'ville'], 'fr');

const writers = {
  csv: (sink: Writable, rows: AsyncIterable<ExportRow[]>) => writeCsv(sink, columns, rows, 'fr'),
  xlsx: (sink: Writable, rows: AsyncIterable<ExportRow[]>) => writeXlsx(sink, { columns, rows, title: 'Clients' }),
};

/** Rows that a compressor cannot make small. */
async function* rows(seen: { asked: number }): AsyncGenerator<ExportRow[]> {
  for (let i = 0; i < BATCHES; i++) {
    seen.asked++;
    yield Array.from({ length: SIZE }, (_, row) => ({
      nom: `${Math.sin(i * SIZE + row)}${Math.cos(row)}`,
      ville: String(Math.tan(row + i)),
    }));
  }
}

/** Takes each piece at its own pace: `take` is awaited before the next one is wanted. */
function sinkTaking(take: (bytes: number) => Promise<unknown>) {
  const seen = { bytes: 0 };
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen.bytes += chunk.length;
      take(seen.bytes).then(() => done(), done);
    },
  });
  return { sink, seen };
}

test.each(['csv', 'xlsx'] as const)(
  'while the reader takes nothing, no more than a few batches are read (%s)',
  async (format) => {
    const asked = { asked: 0 };
    let letGo = () => {};
    const stalled = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { sink, seen } = sinkTaking(() => stalled);
    const writing = writers[format](sink, rows(asked));
    await pause(400);
    const then = asked.asked;
    await pause(200);
    expect(asked.asked).toBe(then);
    expect(then).toBeLessThanOrEqual(8);
    letGo();
    await writing;
    expect(asked.asked).toBe(BATCHES);
    expect(seen.bytes).toBeGreaterThan(BATCHES * SIZE * 10);
  },
);

test.each(['csv', 'xlsx'] as const)(
  '50 000 rows to a slow reader: what is read and not yet taken stays small (%s)',
  async (format) => {
    const asked = { asked: 0 };
    const ahead: { batches: number; bytes: number }[] = [];
    const { sink, seen } = sinkTaking(async (bytes) => {
      ahead.push({ batches: asked.asked, bytes });
      await pause(1);
    });
    await writers[format](sink, rows(asked));
    const perBatch = seen.bytes / BATCHES;
    const resident = ahead.map(({ batches, bytes }) => batches - bytes / perBatch);
    expect(Math.max(...resident)).toBeLessThan(8);
  },
);

test('50 000 rows in groups become a workbook on 40 MB of memory', { timeout: 120_000 }, async () => {
  const child = fork(path.join(import.meta.dirname, 'memoire.fixture.ts'), ['50000'], {
    execArgv: ['--max-old-space-size=40', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const heard = once(child, 'message');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(Number((await heard)[0])).toBeGreaterThan(500_000);
});
