import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Cast, cast } from '../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../tests/database.ts';
import { readConfig } from './config.ts';
import { headsFile } from './core/journal/seal-head.ts';
import { transact } from './core/records/transaction.ts';
import { choosePassword, forgotPassword } from './features/organisation/utilisateurs/mot-de-passe.ts';
import { utilisateurs } from './features/organisation/utilisateurs/resource.ts';
import { smsOf } from './guichet.ts';
import { smtpServer } from './integrations/mail/smtp-server.fixture.ts';
import { jobsOf, mailOf, startJobs } from './jobs.ts';

const data = mkdtempSync(path.join(tmpdir(), 'guichet-jobs-'));
let db: TestDatabase;
let people: Cast;
let mailServer: Awaited<ReturnType<typeof smtpServer>>;
let jobs: Awaited<ReturnType<typeof startJobs>>;

const configured = () =>
  readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.url,
    GUICHET_SECRET: 'x'.repeat(40),
    GUICHET_DATA: data,
    GUICHET_URL: 'https://guichet.intia.test',
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Guichet <guichet@intia.test>',
  });

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
beforeEach(async () => {
  mailServer = await smtpServer();
  jobs = await startJobs({ ...db, config: configured(), sms: smsOf(configured()) });
});
afterEach(async () => {
  await jobs.stop();
  await mailServer.close();
  await db.rows('delete from graphile_worker._private_jobs');
});
afterAll(() => db.close());

const sendLink = async (id: number) =>
  db.records.act(await people.mireille.caller(), utilisateurs, id, 'envoyer-lien', {});
const waiting = () =>
  db.rows(
    `select attempts, max_attempts, last_error from graphile_worker.jobs where task_identifier = 'envoyer-lien-mot-de-passe'`,
  );
const received = (count: number) => expect.poll(() => mailServer.messages.length, { timeout: 8000 }).toBe(count);
const linkIn = (message = '') =>
  /https:\/\/guichet\.intia\.test(\/admin\/mot-de-passe\/[\w-]{43})/.exec(message.replaceAll('=\r\n', ''))?.[1] ?? '';
const nobody = async () => ({ ...(await people.paul.caller()), surface: 'panneau' as const });

test('a person gets a link that opens once, and no trace of it is left in the database', async () => {
  await sendLink(people.paul.id);
  await received(1);
  expect(mailServer.recipients).toEqual(['<douala@guichet.test>']);
  const token = linkIn(mailServer.messages[0]).split('/').at(-1) as string;
  expect(token).toHaveLength(43);

  const tables = await db.rows<{ nom: string }>(`select format('%I.%I', schemaname, tablename) as nom from pg_tables
    where schemaname in ('public', 'graphile_worker')`);
  for (const { nom } of tables) {
    expect(await db.rows(`select 1 from ${nom} t where t::text like '%${token}%'`), nom).toEqual([]);
  }
  await expect.poll(waiting).toEqual([]);

  const choose = async () =>
    transact(db.database, await nobody(), (tx) => choosePassword(tx, token, { mot_de_passe: 'un mot bien à moi' }));
  await choose();
  await expect(choose()).rejects.toMatchObject({ status: 401 });
});

test('a server that is busy gets the mail later, with a link that is still good', async () => {
  mailServer.refusals['RCPT TO'] = '450 4.2.1 mailbox busy';
  await sendLink(people.awa.id);
  const error = expect.stringContaining('450 4.2.1 mailbox busy');
  await expect.poll(waiting, { timeout: 8000 }).toEqual([{ attempts: 1, max_attempts: 10, last_error: error }]);
  delete mailServer.refusals['RCPT TO'];
  await received(1);
  await expect.poll(waiting).toEqual([]);
});

test('mail to an address that does not exist is given up at once and stays to be seen', async () => {
  mailServer.refusals['RCPT TO'] = '550 5.1.1 no such user';
  await sendLink(people.awa.id);
  const error = expect.stringContaining('550 5.1.1 no such user');
  await expect.poll(waiting, { timeout: 8000 }).toEqual([{ attempts: 1, max_attempts: 1, last_error: error }]);
});

test('while the server is away several requests become one message', async () => {
  mailServer.refusals.CONNECT = '421 4.3.2 closing';
  const ask = async () => transact(db.database, await nobody(), (tx) => forgotPassword(tx, 'yaounde@guichet.test'));
  await ask();
  const refused = expect.stringContaining('421 4.3.2 closing');
  await expect.poll(waiting, { timeout: 8000 }).toMatchObject([{ attempts: 1, last_error: refused }]);
  delete mailServer.refusals.CONNECT;
  await ask();
  await received(1);
  await expect.poll(waiting).toEqual([]);
  expect(mailServer.messages).toHaveLength(1);
});

test('an account that was closed in the meantime gets no link', async () => {
  await jobs.stop();
  await sendLink(people.chantal.id);
  await db.rows('update utilisateurs set actif = false where id = $1', [people.chantal.id]);
  jobs = await startJobs({ ...db, config: configured(), sms: smsOf(configured()) });
  await expect.poll(waiting, { timeout: 8000 }).toEqual([]);
  expect(mailServer.messages).toEqual([]);
});

test('what is written is sealed within seconds, and the day’s head is signed outside the database too', async () => {
  await expect.poll(() => db.rows('select from graphile_worker.jobs'), { timeout: 8000 }).toEqual([]);
  await sendLink(people.awa.id);
  const unsealed = () => db.rows('select from journal_a_sceller');
  expect(await unsealed()).not.toEqual([]);
  await expect.poll(unsealed, { timeout: 10_000 }).toEqual([]);
  await jobs.stop();
  jobs = await startJobs({ ...db, config: configured(), sms: smsOf(configured()) });
  const heads = () => db.rows('select rang from journal_tetes');
  await expect.poll(heads, { timeout: 8000 }).toHaveLength(1);
  await expect.poll(() => readFileSync(headsFile(data), 'utf8'), { timeout: 8000 }).toContain('"signature"');
});

test('a server in production without a gateway says at its start that no SMS leaves, and none is lost in a folder', async () => {
  await jobs.stop();
  vi.mocked(console.warn).mockClear();
  const config = { ...configured(), NODE_ENV: 'production' as const };
  const sms = smsOf(config);
  jobs = await startJobs({ ...db, config, sms });
  expect(vi.mocked(console.warn).mock.calls.flat().join()).toContain('aucun SMS ne part : SMS_URL n’est pas donné');
  await expect(sms.envoyer({ telephone: '+242061234567', texte: 'x' })).rejects.toThrow('SMS_URL');
});

test('every job that is queued anywhere has somebody who does it', () => {
  const sources = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const queued = sources.flatMap((file) =>
    [...readFileSync(path.join('server', file), 'utf8').matchAll(/\.job\(\s*'([^']+)'/g)].map(([, name]) => name),
  );
  expect(queued).toContain('envoyer-lien-mot-de-passe');
  const known = Object.keys(jobsOf({ ...db, config: configured(), sms: smsOf(configured()) }, mailOf(configured())));
  expect(queued.filter((name) => !known.includes(name as string))).toEqual([]);
});
