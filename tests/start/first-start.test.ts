import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, type Launched, launch, measured } from './launch.ts';

const PASSWORD = 'Guichet-demo-2026';
const USSD_SECRET = 'u'.repeat(32);

let house: Checkout;
let first: Launched;

beforeAll(async () => {
  house = await checkout();
  first = await launch(house.folder, { USSD_SECRET }, ['npm', 'start']);
  measured('first start, packages and panel being there', await first.healthy());
}, 120_000);

afterAll(async () => {
  await killAll();
  await house.remove();
});

const signIn = (url: string) =>
  fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'siege@guichet.test', password: PASSWORD }),
  });

describe('npm start on a fresh clone', { timeout: 120_000 }, () => {
  test('says what it does, where everything is and who may sign in', async () => {
    await expect.poll(first.said).toContain('Ctrl+C');
    for (const step of ['PostgreSQL', 'Base de données', 'Données de démonstration'])
      expect(first.said()).toContain(step);
    for (const place of ['/admin', '/api/v1', '/api/docs']) expect(first.said()).toContain(`${first.url}${place}`);
    expect(first.said()).toContain(PASSWORD);
    for (const who of ['siege', 'douala', 'agent.douala', 'yaounde', 'brazzaville', 'audit']) {
      expect(first.said()).toContain(`${who}@guichet.test`);
    }
  });

  test('every place that it names is there', async () => {
    const [panel, docs, schema] = await Promise.all(
      ['/admin', '/api/docs', '/api/v1/schema'].map((place) => fetch(first.url + place)),
    );
    expect(panel?.url).toContain('/admin/');
    expect(await panel?.text()).toContain('<form');
    expect(docs?.status).toBe(200);
    expect(await schema?.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  test('the accounts that it names can sign in', async () => {
    expect((await signIn(first.url)).status).toBe(200);
  });

  test('somebody dials, pays on the simulator, is insured, and signs in at the kiosk (npm run parcours)', async () => {
    const way = await launch(house.folder, { USSD_SECRET }, ['npm', 'run', '-s', 'parcours', '--', first.url]);
    expect(await way.ended, way.said()).toBe(0);
    expect(way.said()).toContain('"solde_global": 500');
    expect(way.said()).toContain('✓ De l’appel à la couverture');
  });

  test('its secret and its database are for their owners alone', () => {
    const mode = (name: string) => statSync(path.join(house.folder, '.data', name)).mode & 0o777;
    expect(mode('secret')).toBe(0o600);
    expect(mode('postgres')).toBe(0o700);
    expect(mode('postgres/mot-de-passe')).toBe(0o600);
  });

  test('a second start on the same data says so in one sentence', async () => {
    const second = await launch(house.folder);
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/Guichet tourne déjà sur le dossier de données \.data \(processus \d+\)\./);
    expect(second.said()).not.toMatch(/^\s+at /m);
    expect((await fetch(`${first.url}/api/v1/health`)).status).toBe(200);
  });

  test('it ends with npm, and PostgreSQL with it', async () => {
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(path.join(house.folder, '.data/postgres/cluster/postmaster.pid'))).toBe(false);
  });

  test('the next start finds everything as it was', async () => {
    const next = await launch(house.folder);
    measured('next start', await next.healthy());
    await expect.poll(next.said).toContain('Ctrl+C');
    expect(next.said()).not.toMatch(/migrations|Construction/);
    expect((await signIn(next.url)).status).toBe(200);
    next.process.kill('SIGINT');
    expect(await next.ended).toBe(0);
  });
});
