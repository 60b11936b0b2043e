import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, type Launched, launch, measured } from './launch.ts';

let house: Checkout;
let guichet: Launched;

beforeAll(async () => {
  house = await checkout();
});

afterAll(async () => {
  await killAll();
  await house.remove();
});

beforeEach(async () => {
  guichet = await launch(house.folder);
  await guichet.healthy();
});

const BODY = JSON.stringify({ email: 'siege@guichet.test', password: 'Guichet-demo-2026' });

/** A sign-in of which only half has been sent. */
async function halfSent(): Promise<{ socket: Socket; answer: Promise<string>; finish(): void }> {
  const socket = connect(guichet.port, '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (chunk) => heard.push(chunk));
  const answer = new Promise<string>((resolve) => socket.on('close', () => resolve(Buffer.concat(heard).toString())));
  const head = ['POST /api/v1/auth/login HTTP/1.1', 'Host: guichet', 'Content-Type: application/json'];
  socket.write(`${head.join('\r\n')}\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY.slice(0, 10)}`);
  await wait(100);
  return { socket, answer, finish: () => void socket.write(BODY.slice(10)) };
}

const refusesNewcomers = () =>
  expect.poll(
    () =>
      fetch(guichet.url).then(
        () => 'answers',
        (error) => error.cause?.code,
      ),
    { timeout: 5000 },
  );

const runs = () => existsSync(path.join(house.folder, '.data/postgres/cluster/postmaster.pid'));

describe('asked to end by SIGTERM', { timeout: 120_000 }, () => {
  test('a request that is in flight gets its whole answer, a newcomer none', async () => {
    const { answer, finish } = await halfSent();
    guichet.process.kill('SIGTERM');
    await refusesNewcomers().toBe('ECONNREFUSED');
    finish();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"access"/);
    expect(await guichet.ended).toBe(0);
    expect(runs()).toBe(false);
  });

  test('connections that only wait for a next request do not hold it', async () => {
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      request(`${guichet.url}/api/v1/health`, { agent }, (answer) => answer.resume().on('end', resolve)).end(),
    );
    const since = performance.now();
    guichet.process.kill('SIGTERM');
    expect(await guichet.ended).toBe(0);
    measured('end with an idle connection', performance.now() - since);
    agent.destroy();
  });

  test('a request that never finishes is given up after its time, and the end is still a good one', async () => {
    const { answer } = await halfSent();
    guichet.process.kill('SIGTERM');
    expect(await guichet.ended).toBe(0);
    expect(await answer).toBe('');
    expect(runs()).toBe(false);
  });

  test('a second signal changes nothing', async () => {
    const { finish } = await halfSent();
    guichet.process.kill('SIGTERM');
    await refusesNewcomers().toBe('ECONNREFUSED');
    guichet.process.kill('SIGINT');
    finish();
    expect(await guichet.ended).toBe(0);
    expect(runs()).toBe(false);
  });
});
