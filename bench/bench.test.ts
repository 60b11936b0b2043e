import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { bench } from './bench.ts';
import { sameAnswers } from './compare.ts';
import { load } from './load.ts';
import { report } from './report.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server that answers so, and its address. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (body: unknown): RequestListener =>
  (_req, res) => {
    const text = JSON.stringify(body);
    res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text);
  };

test('a small run measures both servers over the same answers and says the ratios', { timeout: 120_000 }, async () => {
  const results = await bench(inject('server'), {
    clients: 1000,
    contrats: 1500,
    connections: 2,
    seconds: 0.1,
    rounds: 1,
    warmup: 0.1,
    log: () => {},
  });
  expect(results).toHaveLength(8);
  for (const { api, floor, ratio } of results) {
    expect(api).toBeGreaterThan(0);
    expect(floor).toBeGreaterThan(0);
    expect(ratio).toBeCloseTo(api / floor);
  }
  const lines = report(results);
  for (const { scenario } of results) expect(lines.find((line) => line.startsWith(scenario.name))).toMatch(/\d,\d\d/);
});

test('servers that answer differently are not compared', async () => {
  const api = await answering(json({ results: [{ id: 1 }] }));
  const floor = await answering(json({ results: [{ id: 2 }] }));
  const scenario = { name: 'Liste', api: ['/a'], floor: ['/b'] };
  await expect(sameAnswers({ api, floor, token: '' }, scenario)).rejects.toThrow('/a and /b differ');
  await expect(sameAnswers({ api, floor: api, token: '' }, scenario)).resolves.toBeUndefined();
});

test('the load counts whole answers, however they arrive', async () => {
  const body = 'é’'.repeat(20_000);
  const origin = await answering((_req, res) => {
    res.writeHead(200, { 'Content-Length': Buffer.byteLength(body) });
    res.write(body.slice(0, 7));
    setTimeout(() => res.end(body.slice(7)), 5);
  });
  const { answers, bytes } = await load({ origin, next: () => '/' }, { connections: 2, seconds: 0.1 });
  expect(answers).toBeGreaterThan(1);
  expect(bytes).toBe(answers * Buffer.byteLength(body));
});

test('the load stops at an answer that is not a 200, and never leaves this machine', async () => {
  const origin = await answering((_req, res) => res.writeHead(503, { 'Content-Length': 0 }).end());
  const bounds = { connections: 1, seconds: 0.1 };
  await expect(load({ origin, next: () => '/' }, bounds)).rejects.toThrow('503');
  await expect(load({ origin: 'http://192.0.2.1:80', next: () => '/' }, bounds)).rejects.toThrow('not this machine');
});
