import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, launch } from './launch.ts';

const houses: Checkout[] = [];
let folder: string;

async function move(): Promise<void> {
  const house = await checkout();
  houses.push(house);
  folder = house.folder;
}

beforeAll(move);

afterAll(async () => {
  await killAll();
  for (const house of houses) await house.remove();
});

const cluster = (name: string) => path.join(folder, '.data/postgres', name);
const postmaster = () => Number(readFileSync(cluster('cluster/postmaster.pid'), 'utf8').split('\n')[0]);

/** Processes whose command line names this checkout's cluster. */
function processesOf(what: string): number[] {
  const listed = execFileSync('ps', ['-eww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return listed
    .filter((line) => line.includes(cluster('')) && line.includes(what))
    .map((line) => Number.parseInt(line, 10));
}

async function startsAgain(): Promise<void> {
  const again = await launch(folder);
  await again.healthy();
  again.process.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(existsSync(cluster('cluster/postmaster.pid'))).toBe(false);
}

describe('after kill -9', { timeout: 120_000 }, () => {
  test('of the server, PostgreSQL ends by itself and the next start works', async () => {
    const guichet = await launch(folder);
    await guichet.healthy();
    guichet.process.kill('SIGKILL');
    await guichet.ended;
    await expect.poll(() => existsSync(cluster('cluster/postmaster.pid')), { timeout: 10_000 }).toBe(false);
    await startsAgain();
  });

  test('of the server and of what watches over PostgreSQL, the one left behind is stopped first', async () => {
    const guichet = await launch(folder);
    await guichet.healthy();
    const left = postmaster();
    for (const pid of processesOf('guichet-gardien')) process.kill(pid, 'SIGKILL');
    guichet.process.kill('SIGKILL');
    await guichet.ended;
    expect(processesOf('postgres -D')).toContain(left);
    const again = await launch(folder);
    await again.healthy();
    expect(processesOf('postgres -D')).not.toContain(left);
    expect(again.said()).toContain('Le PostgreSQL d’un arrêt brutal tourne encore');
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  test('of everything, a postmaster.pid that names nobody is in nobody’s way', async () => {
    const guichet = await launch(folder);
    await guichet.healthy();
    for (const pid of [...processesOf('guichet-gardien'), postmaster()]) process.kill(pid, 'SIGKILL');
    guichet.process.kill('SIGKILL');
    await guichet.ended;
    expect(existsSync(cluster('cluster/postmaster.pid'))).toBe(true);
    await startsAgain();
  });

  test('in the middle of the very first start, the next one begins anew', async () => {
    await move();
    const guichet = await launch(folder);
    await expect.poll(() => existsSync(cluster('cluster.nouveau')), { timeout: 20_000, interval: 10 }).toBe(true);
    guichet.process.kill('SIGKILL');
    await guichet.ended;
    await startsAgain();
  });
});

test('when PostgreSQL itself is lost, the server says so and ends', { timeout: 120_000 }, async () => {
  const guichet = await launch(folder);
  await guichet.healthy();
  process.kill(postmaster(), 'SIGKILL');
  expect(await guichet.ended).toBe(1);
  expect(guichet.said()).toContain('PostgreSQL s’est arrêté de lui-même.');
});
