import { type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { JobError } from '../jobs/job.ts';
import { aujourdhui, type Jour } from '../jours.ts';

/** How far the chain went when somebody who holds the key looked at it. */
export interface Head {
  jour: Jour;
  rang: number;
  empreinte: Buffer;
  signature: Buffer;
}

/** The heads that are kept outside the database, in the data folder. */
export const headsFile = (data: string): string => path.resolve(data, 'journal', 'tetes.jsonl');

const hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => Buffer.from(text, 'hex'));
const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const onPaper = z.strictObject({ jour: z.iso.date(), rang: z.int(), empreinte: hex, signature: base64 });

/** What is signed, in ASCII: `guichet-journal 2026-01-31 1234 <64 hexadecimal digits>`. */
const said = ({ jour, rang, empreinte }: Omit<Head, 'signature'>): Buffer =>
  Buffer.from(`guichet-journal ${jour} ${rang} ${empreinte.toString('hex')}`);

export const isSignedBy = (keys: readonly KeyObject[], head: Head): boolean =>
  keys.some((key) => verify(null, said(head), key, head.signature));

/**
 * Signs the end of the chain: the day's first head into the table, every new one into a file outside the database.
 * @throws {JobError} when the chain no longer holds what the last head in the file says: somebody must look at it
 */
export async function signHead(database: Database, key: KeyObject, file: string): Promise<Head | undefined> {
  const before = await lastHead(file);
  if (before && !(await chainHolds(database, before))) {
    throw new JobError(
      `le journal ne contient plus la tête signée le ${before.jour} (rang ${before.rang}) : il a été coupé ou réécrit`,
      false,
    );
  }
  const text = 'select rang, empreinte from journal_sceaux order by rang desc limit 1';
  const [end] = await database.read<Pick<Head, 'rang' | 'empreinte'>>({ text, values: [], stable: true });
  if (!end) return undefined;
  const head = { jour: aujourdhui(), ...end };
  const signed = { ...head, signature: sign(null, said(head), key) };
  await database.read({
    text: `insert into journal_tetes (jour, rang, empreinte, signature) values ($1, $2, $3, $4) on conflict (jour) do nothing`,
    values: [signed.jour, signed.rang, signed.empreinte, signed.signature],
    stable: true,
  });
  if (before?.rang !== signed.rang) await write(file, signed);
  return signed;
}

/** Whether the chain still passes through this head. */
export async function chainHolds(database: Pick<Database, 'read'>, { rang, empreinte }: Head): Promise<boolean> {
  const text = 'select empreinte from journal_sceaux where rang = $1';
  const [found] = await database.read<Pick<Head, 'empreinte'>>({ text, values: [rang], stable: true });
  return found?.empreinte.equals(empreinte) ?? false;
}

/** The heads of a file in their order, one at a time; undefined for a line that is none. */
export async function* headsIn(file: string): AsyncGenerator<{ ligne: number; head?: Head }> {
  let ligne = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield { ligne: ++ligne, head: readHead(text) };
  }
}

function readHead(text: string): Head | undefined {
  try {
    return onPaper.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function write(file: string, { jour, rang, empreinte, signature }: Head): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const line = JSON.stringify({
    jour,
    rang,
    empreinte: empreinte.toString('hex'),
    signature: signature.toString('base64'),
  });
  await appendFile(file, `${line}\n`, { mode: 0o600, flush: true });
}

/** More than a line takes. */
const TAIL_BYTES = 1024;

async function lastHead(file: string): Promise<Head | undefined> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
    return readHead(buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').at(-1) ?? '');
  } finally {
    await handle.close();
  }
}
