import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postgres, startPostgres } from './postgres.ts';

async function ask<T>(url: string, question: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(question);
    return Object.values(rows[0] ?? {})[0] as T;
  } finally {
    await client.end();
  }
}

describe('an ephemeral PostgreSQL', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres({ ephemeral: true });
  });

  afterAll(() => postgres.stop());

  test('is recent, listens on this machine alone and folds accents', async () => {
    expect(Number(await ask(postgres.url, 'show server_version_num'))).toBeGreaterThanOrEqual(180_000);
    expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(postgres.url, "select lower('ÉLÈVE')")).toBe('élève');
    expect(await ask(postgres.url, 'show fsync')).toBe('off');
  });

  test('lets nobody in without its password', async () => {
    const url = Object.assign(new URL(postgres.url), { password: 'devine' }).href;
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('leaves nothing behind', async () => {
    const other = await startPostgres({ ephemeral: true });
    const folder = path.dirname(await ask<string>(other.url, 'show data_directory'));
    expect(existsSync(folder)).toBe(true);
    await other.stop();
    expect(existsSync(folder)).toBe(false);
  });

  test('leaves nothing behind either when whoever started it is killed', async () => {
    const module = path.resolve(import.meta.dirname, 'postgres.ts');
    const program = `import { startPostgres } from '${module}';
      const { url } = await startPostgres({ ephemeral: true });
      console.log(url);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    const [url] = await once(child.stdout, 'data');
    const folder = path.dirname(await ask<string>(String(url).trim(), 'show data_directory'));
    child.kill('SIGKILL');
    await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
  });
});

describe('a lasting PostgreSQL', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guichet-donnees-'));
  // For root it runs under another account, which must be able to go in.
  chmodSync(dataDir, 0o711);
  afterAll(() => rmSync(dataDir, { recursive: true }));

  test('keeps its password and what was written, however often it is started', async () => {
    const first = await startPostgres({ dataDir });
    await ask(first.url, "comment on database guichet is 'à garder'");
    await first.stop();
    const again = await startPostgres({ dataDir });
    expect(new URL(again.url).password).toBe(new URL(first.url).password);
    const comment = "select shobj_description(oid, 'pg_database') from pg_database where datname = 'guichet'";
    expect(await ask(again.url, comment)).toBe('à garder');
    expect(await ask(again.url, 'show fsync')).toBe('on');
    await again.stop();
    expect(readFileSync(path.join(dataDir, 'postgres/postgres.log'), 'utf8')).toContain('database system is shut down');
  });
});
