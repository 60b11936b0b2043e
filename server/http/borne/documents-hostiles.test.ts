import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MARIE } from './borne.fixture.ts';
import { type Documents, openDocuments, pdf, photo } from './documents.fixture.ts';

/** What is not what it says, is too much, or is no good: a clear answer, and nothing on the disk. */
let all: Documents;
let jean: Awaited<ReturnType<Documents['client']>>;
let at: string;
let jpeg: Buffer;
let before: number;
beforeAll(async () => {
  all = await openDocuments();
  jean = await all.client();
  at = (await jean.declarer()).path;
  jpeg = await photo().jpeg().toBuffer();
  before = 0;
});
afterEach(() => {
  expect(all.onDisk()).toHaveLength(before);
});
afterAll(() => all.close());

/** The header and the emptiest data of a picture of one bit a point. */
function pngOf(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
}

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const cases: [string, number, string, () => Buffer, string][] = [
  ['an empty file', 400, 'fichier', () => Buffer.alloc(0), 'image/jpeg'],
  ['the first half of a photo', 400, 'fichier', () => jpeg.subarray(0, jpeg.length / 2), 'image/jpeg'],
  ['the first bytes of a photo', 400, 'fichier', () => jpeg.subarray(0, 20), 'image/jpeg'],
  ['a picture of 50 000 × 50 000', 413, 'fichier', () => pngOf(50_000), 'image/png'],
  ['a picture without its data', 400, 'fichier', () => pngOf(1000).subarray(0, 60), 'image/png'],
  ['five megabytes and a byte', 413, 'fichier', () => Buffer.concat([jpeg, Buffer.alloc(5_242_881)]), 'image/jpeg'],
  ['svg under the name of a photo', 415, 'fichier', () => svg, 'image/jpeg'],
  ['svg under its own name', 415, 'Content-Type', () => svg, 'image/svg+xml'],
  ['html under the name of a PDF', 415, 'fichier', () => Buffer.from('<html>%PDF-1.4'), 'application/pdf'],
  ['a PDF behind something else', 415, 'fichier', () => Buffer.concat([Buffer.from('GIF89a'), pdf]), 'application/pdf'],
  ['a photo that says it is a PDF', 415, 'Content-Type', () => jpeg, 'application/pdf'],
  ['a PDF that says it is a photo', 415, 'Content-Type', () => pdf, 'image/jpeg'],
  ['a form', 415, 'Content-Type', () => jpeg, 'multipart/form-data; boundary=x'],
  ['JSON', 415, 'Content-Type', () => Buffer.from('{}'), 'application/json'],
];
test.each(cases)('%s: %i naming %s', async (_name, status, field, contenu, type) => {
  const { status: came, body } = await jean.deposer(at, contenu(), type);
  expect([came, Object.keys(body.errors)], body.message).toEqual([status, [field]]);
  expect(body.message).toMatch(/^(Le|La|Seuls) .*\.$/);
});

const names = [
  '..%2F..%2Fetc%2Fpasswd.jpg',
  'C:%5Cphoto.jpg',
  'facture%E2%80%AEgpj.exe',
  'a%00.jpg',
  '%E9.jpg',
  '%zz',
  '%0D%0ASet-Cookie',
];
test.each(names)('the name %s: 400 naming the header', async (name) => {
  const { status, body } = await jean.deposer(at, jpeg, 'image/jpeg', { 'x-nom-fichier': name });
  expect([status, Object.keys(body.errors)]).toEqual([400, ['X-Nom-Fichier']]);
  expect(body.message).toBe('Le nom du fichier contient des caractères interdits. Donnez-lui un autre nom.');
});

test('what is sent compressed is not unpacked', async () => {
  const { status, body } = await jean.deposer(at, jpeg, 'image/jpeg', { 'content-encoding': 'gzip' });
  expect([status, Object.keys(body.errors)]).toEqual([415, ['Content-Encoding']]);
});

/** What the server says to a request written by hand, until it closes the line or says it all. */
async function byHand(length: number, sent: Buffer, authorization = jean.authorization): Promise<string> {
  const socket = connect(Number(new URL(all.api.origin).port), '127.0.0.1');
  socket.write(
    `POST /api/v1${at} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: image/jpeg\r\n` +
      `Content-Length: ${length}\r\n\r\n`,
  );
  socket.write(sent);
  const [said] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return said.toString();
}

test('who is not known is told so before anything is read', async () => {
  expect(await byHand(900_000_000, Buffer.alloc(0), 'Bearer x')).toMatch(/^HTTP\/1.1 401 [\s\S]*Connection: close/);
  expect(await byHand(5_242_881, Buffer.alloc(0))).toMatch(/^HTTP\/1.1 413 /);
});

test('a length that promises more than comes leaves nothing', async () => {
  const { port } = new URL(all.api.origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `POST /api/v1${at} HTTP/1.1\r\nHost: x\r\nAuthorization: ${jean.authorization}\r\nContent-Type: image/jpeg\r\n` +
      `Content-Length: ${jpeg.length + 10}\r\n\r\n`,
  );
  socket.end(jpeg);
  const said: Buffer[] = [];
  for await (const part of socket) said.push(part as Buffer);
  expect(Buffer.concat(said).toString()).toMatch(/^(HTTP\/1.1 400 [\s\S]*)?$/);
  expect((await jean.send<{ results: [] }>('GET', at)).body.results).toEqual([]);
});

test('files that never end hold up four of that client’s own, nobody else’s, and no longer than they are sent', async () => {
  const marie = await all.client(MARIE);
  const own = (await marie.declarer()).path;
  at = (await jean.declarer()).path;
  const stalled = Array.from({ length: 6 }, () => {
    const socket = connect(Number(new URL(all.api.origin).port), '127.0.0.1');
    socket.write(
      `POST /api/v1${at} HTTP/1.1\r\nHost: x\r\nAuthorization: ${jean.authorization}\r\n` +
        `Content-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`,
    );
    return socket;
  });
  await wait(500);
  const waiting = jean.deposer(at, jpeg, 'text/plain').then(({ status }) => status);
  expect(await Promise.race([waiting, wait(300)])).toBeUndefined();
  expect((await marie.deposer(own, jpeg, 'text/plain')).status).toBe(415);
  for (const socket of stalled) socket.destroy();
  expect(await waiting).toBe(415);
});

test('a length that promises less is a photo cut short', async () => {
  expect(await byHand(jpeg.length - 2000, jpeg.subarray(0, jpeg.length - 2000))).toMatch(
    /^HTTP\/1.1 400 [\s\S]*La photo est abîmée ou incomplète/,
  );
});

test('what hides behind or within a photo does not survive', async () => {
  const polyglot = Buffer.concat([
    await photo()
      .withExif({ IFD0: { ImageDescription: '<script>alert(1)</script>' } })
      .jpeg()
      .toBuffer(),
    Buffer.from('PK\x03\x04 malice.jar <?php'),
  ]);
  expect(polyglot.includes('alert(1)')).toBe(true);
  const { status, body } = await jean.deposer(at, polyglot, 'image/jpeg', { 'x-nom-fichier': 'photo.php' });
  before = 1;
  expect([status, body.nom]).toEqual([201, 'photo.jpg']);
  const kept = readFileSync(all.onDisk()[0] as string);
  expect((await sharp(kept).metadata()).format).toBe('jpeg');
  for (const text of ['alert(1)', 'malice', '<?php']) expect(kept.includes(text), text).toBe(false);
});
