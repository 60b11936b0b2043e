import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { olderThanNeeded } from '../../server/connect.ts';
import { onServer, withDatabase } from '../database-server.ts';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, launch } from './launch.ts';

let house: Checkout;
let name: string;
let DATABASE_URL: string;

beforeAll(async () => {
  house = await checkout();
});

beforeEach(async () => {
  name = `start_${randomBytes(6).toString('hex')}`;
  DATABASE_URL = withDatabase(inject('server'), name);
  await onServer(inject('server'), `create database ${name}`);
  return () => onServer(inject('server'), `drop database ${name} with (force)`);
});

afterAll(async () => {
  await killAll();
  await house.remove();
});

async function countOf(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(`select count(*) from ${table}`);
  await client.end();
  return Number(rows[0].count);
}

const PRODUCTION = {
  NODE_ENV: 'production',
  GUICHET_SECRET: randomBytes(32).toString('base64'),
  GUICHET_CLE_JOURNAL: randomBytes(32).toString('base64'),
};

describe('npm start over a PostgreSQL of one’s own', { timeout: 120_000 }, () => {
  test('uses it, starts no other, and leaves it running', async () => {
    const guichet = await launch(house.folder, { DATABASE_URL });
    await guichet.healthy();
    expect(existsSync(path.join(house.folder, '.data/postgres'))).toBe(false);
    guichet.process.kill('SIGTERM');
    expect(await guichet.ended).toBe(0);
    expect(await countOf('clients')).toBeGreaterThan(100);
  });

  test('in production no demonstration is loaded, and none of its accounts is spoken of', async () => {
    const guichet = await launch(house.folder, { ...PRODUCTION, DATABASE_URL });
    await guichet.healthy();
    await expect.poll(guichet.said).toContain('Ctrl+C');
    expect(guichet.said()).not.toMatch(/démonstration|Guichet-demo/);
    expect(await countOf('roles')).toBeGreaterThan(0);
    expect(await countOf('utilisateurs')).toBe(0);
    expect(await countOf('clients')).toBe(0);
  });

  test('in production the first account is made by command, once, and its link opens', async () => {
    const env = { ...PRODUCTION, DATABASE_URL };
    const guichet = await launch(house.folder, env);
    await guichet.healthy();
    await expect.poll(guichet.said).toContain('npm run first-account');
    const person = ['--email', 'mireille@intia.cm', '--nom', 'BANZOUZI', '--ville', 'Brazzaville', '--pays', 'CG'];
    const command = ['node', '--import', 'tsx', 'scripts/first-account.ts'];
    const wrong = await launch(house.folder, env, [...command, ...person.with(1, 'mireille')]);
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toMatch(/^E-mail : /);
    expect(await countOf('succursales')).toBe(0);

    const made = await launch(house.folder, env, [...command, ...person]);
    expect(await made.ended).toBe(0);
    const [link] = made.said().match(/\/admin\/mot-de-passe\/\S+/) ?? [];
    const page = await fetch(guichet.url + link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('type="password"');

    const again = await launch(house.folder, env, [...command, ...person]);
    expect(await again.ended).toBe(1);
    expect(again.said()).toContain('Cette base a déjà des comptes');
  });

  test('many start at once on one empty database, and each of them serves', async () => {
    const several = await Promise.all([1, 2].map(() => launch(house.folder, { DATABASE_URL })));
    await Promise.all(several.map(({ healthy }) => healthy()));
    for (const each of several) each.process.kill('SIGTERM');
    expect(await Promise.all(several.map(({ ended }) => ended))).toEqual([0, 0]);
  });

  test('one server process alone says when the database has not been prepared', async () => {
    const command = ['node', '--import', 'tsx', 'server/main.ts'];
    const alone = await launch(house.folder, { ...PRODUCTION, DATABASE_URL }, command);
    expect(await alone.ended).toBe(1);
    expect(alone.said()).toBe('La base n’est pas à jour : lancez d’abord « npm run migrate ».\n');
  });

  test('one server process alone serves and ends well once it has', async () => {
    const env = { ...PRODUCTION, DATABASE_URL };
    expect(await (await launch(house.folder, env, ['npm', 'run', 'migrate'])).ended).toBe(0);
    const alone = await launch(house.folder, env, ['node', '--import', 'tsx', 'server/main.ts']);
    await alone.healthy();
    alone.process.kill('SIGTERM');
    expect(await alone.ended).toBe(0);
  });
});

test('PostgreSQL 15 is old enough, 14 is too old', () => {
  expect(olderThanNeeded(150_000)).toBeUndefined();
  expect(olderThanNeeded(180_004)).toBeUndefined();
  expect(olderThanNeeded(140_012)?.message).toBe(
    'PostgreSQL 14 est trop ancien : Guichet demande la version 15 ou une plus récente',
  );
});
