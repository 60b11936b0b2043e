import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caisse, openCaisse } from '../server/features/assurance/mobile-money/caisse.fixture.ts';

let caisse: Caisse;
const folder = mkdtempSync(path.join(tmpdir(), 'guichet-releve-'));
beforeAll(async () => {
  caisse = await openCaisse();
});
afterAll(() => caisse.close());

/** `npm run rapprocher -- …`, as an operator of the server runs it. */
async function rapprocher(...args: string[]) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    DATABASE_URL: caisse.db.url,
    GUICHET_SECRET: 'x'.repeat(40),
    ...caisse.sandbox.variables,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rapprocher.ts', ...args], { env });
  const heard: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => heard.push(chunk));
  const [code] = await once(child, 'close');
  return { code, said: Buffer.concat(heard).toString().replace(/\s+/g, ' ') };
}

const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

async function send() {
  const { reference } = await caisse.demander(await caisse.souscrire());
  await caisse.envoyer(reference);
  return reference;
}

test('8. ends with 0 when all is the same on both sides: what was pending here has been asked about', async () => {
  const [known, pending] = [await send(), await send()];
  await caisse.passer(5000);
  const late = await send();
  await caisse.sandbox.control.clock({ advance: 0 });
  const csv = file('jour.csv', caisse.sandbox.control.csv());
  const first = await rapprocher(csv, '--operateur', 'mtn');
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('concordante 3') });
  expect(first.said).toContain('opérateur 1 500 nous 1 500 EUR');
  for (const reference of [known, pending, late]) expect((await caisse.tentative(reference)).etat).toBe('reussie');
  const again = await rapprocher(csv, '--operateur', 'mtn');
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('déjà importé : rien n’a changé') });
});

test('8. ends with 1 as long as anything is unsettled', async () => {
  const [header] = caisse.sandbox.control.csv().split('\r\n');
  const unknown = file('autre.csv', `${header}\r\n2025-03-01,mtn,77,INCONNU,,,900,EUR,SUCCESSFUL\r\n`);
  const { code, said } = await rapprocher(unknown, '--operateur', 'mtn');
  expect(code).toBe(1);
  expect(said).toMatch(/écart n° \d+ operateur_seul 77 : attendu –, constaté 900/);
  expect(said).toContain('À résoudre : 1.');
  await caisse.db.rows(`update ecarts set statut = 'resolu', resolution = 'vu', resolu_le = now()`);
  expect((await rapprocher(unknown, '--operateur', 'mtn')).code).toBe(0);
});

test.each([
  [['nulle-part.csv', '--operateur', 'mtn'], 'Impossible de lire'],
  [['x.csv', '--operateur', 'orange'], 'Usage'],
])('with %j says what is missing', async (args, said) => {
  expect(await rapprocher(...args)).toMatchObject({ code: 2, said: expect.stringContaining(said) });
});
