import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { withDatabase } from '../database-server.ts';
import { type Checkout, checkout } from './checkout.ts';
import { freePort, killAll, launch } from './launch.ts';

let house: Checkout;

beforeAll(async () => {
  house = await checkout();
});

afterAll(async () => {
  await killAll();
  await house.remove();
});

const PRODUCTION = {
  NODE_ENV: 'production',
  GUICHET_SECRET: randomBytes(32).toString('base64'),
  GUICHET_CLE_JOURNAL: randomBytes(32).toString('base64'),
};

/** What is said on the way to exit 1: sentences for people, and never where in the code. */
async function refusal(env: Record<string, string>): Promise<string[]> {
  const tried = await launch(house.folder, env);
  expect(await tried.ended).toBe(1);
  expect(tried.said()).not.toMatch(/^\s+at |node:internal|Error:/m);
  return [...tried.said().matchAll(/^ {2}✗ (.*\.)$/gm)].map(([, sentence = '']) => sentence);
}

describe('npm start says in one sentence why it cannot', { timeout: 120_000 }, () => {
  test('the port is in use', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toEqual([
      `Le port ${port} est déjà pris : libérez-le, ou choisissez-en un autre (PORT=${port + 1} npm start).`,
    ]);
    other.close();
  });

  test('nothing answers at DATABASE_URL; its password is not repeated', async () => {
    const port = await freePort();
    const said = await refusal({ DATABASE_URL: `postgres://paul:tres-secret@127.0.0.1:${port}/guichet` });
    expect(said).toEqual([`PostgreSQL est inaccessible (127.0.0.1:${port}/guichet) : rien ne répond à cette adresse.`]);
  });

  test('the server of DATABASE_URL is unknown', async () => {
    const [said, ...more] = await refusal({ DATABASE_URL: 'postgres://paul@nulle-part.invalid/guichet' });
    expect(said).toMatch(/^PostgreSQL est inaccessible \(nulle-part\.invalid\/guichet\) : /);
    expect(more).toEqual([]);
  });

  test('the database of DATABASE_URL is not there', async () => {
    const [said] = await refusal({ DATABASE_URL: withDatabase(inject('server'), 'inconnue') });
    expect(said).toContain('/inconnue) : cette base n’existe pas.');
  });

  test('DATABASE_URL is no address', async () => {
    const said = await refusal({ DATABASE_URL: 'mysql://localhost/guichet' });
    expect(said).toEqual(['DATABASE_URL doit être une adresse PostgreSQL (postgres://…).']);
  });

  test('the data folder cannot be written', async () => {
    const file = path.join(house.folder, 'un-fichier');
    writeFileSync(file, '');
    expect(await refusal({ GUICHET_DATA: file })).toEqual([
      `Le dossier de données ${file} ne peut pas être écrit : un fichier porte ce nom.`,
    ]);
  });

  test.each(['GUICHET_SECRET', 'GUICHET_CLE_JOURNAL'] as const)('in production %s must be given', async (name) => {
    const { [name]: _, ...env } = PRODUCTION;
    expect(await refusal(env)).toEqual([expect.stringContaining(`${name} manque`)]);
  });

  test('several mistakes are said at once', async () => {
    const said = await refusal({ NODE_ENV: 'production', PORT: '70000' });
    for (const name of ['PORT', 'GUICHET_SECRET', 'GUICHET_CLE_JOURNAL']) {
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
    }
  });
});
