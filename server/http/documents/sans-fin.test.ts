import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Documents, openDocuments, pdf } from '../borne/documents.fixture.ts';
import { recevoirFichier } from './recevoir.ts';

/** Bodies that do not end, or do not end where they said: both doors through which files come. */
let all: Documents;
let doors: Record<string, { at: string; authorization: string }>;
beforeAll(async () => {
  all = await openDocuments();
  const jean = await all.client();
  const { id, path } = await jean.declarer();
  const { access } = await all.api.signIn(all.api.people.mireille.email);
  doors = {
    client: { at: path, authorization: jean.authorization },
    agence: { at: `/sinistres/${id}/documents`, authorization: `Bearer ${access}` },
  };
});
afterEach(async () => {
  expect(all.onDisk()).toEqual([]);
  expect(await all.db.rows('select id from documents')).toEqual([]);
});
afterAll(() => all.close());

const door = (name: string) => doors[name] as { at: string; authorization: string };
const MEGABYTE = 1024 * 1024;
const PART = Buffer.alloc(MEGABYTE / 4);
/** Sixteen megabytes, three times what is taken. */
const PARTS = 64;

interface Heard {
  answer: IncomingMessage | undefined;
  closed: boolean;
}

/** Goes on sending, in pieces and without an end, until it is answered or has sent three times what is taken. */
async function sendOn(asked: ClientRequest): Promise<Heard> {
  const heard: Heard = { answer: undefined, closed: false };
  asked.once('response', (answer) => {
    heard.answer = answer;
  });
  asked.once('close', () => {
    heard.closed = true;
  });
  for (let part = 0; part < PARTS && !heard.answer && !heard.closed; part += 1) {
    asked.write(part === 0 ? Buffer.concat([pdf, PART]) : PART);
    await delay(5);
  }
  for (let wait = 0; wait < 100 && !(heard.answer && heard.closed); wait += 1) {
    heard.answer?.resume();
    await delay(20);
  }
  return heard;
}

function chunked(name: string): ClientRequest {
  const { at, authorization } = door(name);
  const headers = { authorization, 'content-type': 'application/pdf', 'transfer-encoding': 'chunked' };
  const asked = request(`${all.api.origin}/api/v1${at}`, { method: 'POST', headers, agent: false });
  // The line is cut while more is on its way.
  asked.on('error', (error: NodeJS.ErrnoException) => expect(['ECONNRESET', 'EPIPE']).toContain(error.code));
  return asked;
}

test.each(['client', 'agence'])(
  '%s: a body without an end is refused at its limit, and the line is cut',
  async (name) => {
    const asked = chunked(name);
    const { answer, closed } = await sendOn(asked);
    const sent = asked.socket?.bytesWritten ?? 0;
    asked.destroy();
    expect([answer?.statusCode, answer?.headers.connection, closed]).toEqual([413, 'close', true]);
    expect(sent).toBeLessThan(12 * MEGABYTE);
  },
);

/** What is said to a request written by hand, until the server closes the line; at most two seconds. */
async function byHand(name: string, head: string, goesOn: boolean): Promise<string> {
  const { at, authorization } = door(name);
  const socket = connect(Number(new URL(all.api.origin).port), '127.0.0.1');
  const until = AbortSignal.timeout(2000);
  until.addEventListener('abort', () => socket.destroy());
  socket.write(`POST /api/v1${at} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n${head}\r\n\r\n`);
  if (goesOn) socket.write(pdf);
  else socket.end(pdf);
  const said = await text(socket);
  expect(until.aborted).toBe(false);
  return said;
}

const PDF = 'Content-Type: application/pdf\r\n';
/** What the length says, and whether whoever said it keeps the line open. */
const lies: [string, string, RegExp, boolean?][] = [
  ['more than what comes', `${PDF}Content-Length: ${pdf.length + 10}`, /^(HTTP\/1.1 400 [\s\S]*)?$/],
  ['more than is taken', `${PDF}Connection: close\r\nContent-Length: 5242881`, /^HTTP\/1.1 413 /, true],
  ['more than there can be', `${PDF}Content-Length: 99999999999999`, /^HTTP\/1.1 413 [\s\S]*Connection: close/, true],
  ['no number', `${PDF}Content-Length: beaucoup`, /^HTTP\/1.1 400 /],
  ['two lengths', `${PDF}Content-Length: 5\r\nContent-Length: ${pdf.length}`, /^HTTP\/1.1 400 /],
  ['a length and pieces', `${PDF}Content-Length: 5\r\nTransfer-Encoding: chunked`, /^HTTP\/1.1 400 /],
  ['nothing at all', `${PDF}Connection: close`, /^HTTP\/1.1 400 /],
];
test.each(lies)(
  'a length that says %s leaves nothing, and nobody waits',
  async (_name, head, expected, goesOn = false) => {
    for (const name of Object.keys(doors)) expect(await byHand(name, head, goesOn), name).toMatch(expected);
  },
);

test('whoever goes away in the middle leaves nothing', async () => {
  for (const name of Object.keys(doors)) {
    const asked = chunked(name);
    asked.write(pdf);
    await once(asked, 'socket');
    await delay(100);
    asked.destroy();
  }
  await delay(200);
});

test('and is not waited for', async () => {
  const app = express();
  const received = new Promise((resolve) => {
    app.post('/', (req) => resolve(recevoirFichier(req)));
  });
  const server = app.listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${PDF}Content-Length: ${pdf.length + 10}\r\n\r\n${pdf}`);
    setTimeout(() => socket.destroy(), 100);
    await expect(received).rejects.toMatchObject({ status: 400, said: { key: 'document_incomplet' } });
  } finally {
    server.close();
  }
});
