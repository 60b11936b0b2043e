import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { JobError } from '../../core/jobs/job.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { say } from '../../core/messages/messages.ts';
import { transact } from '../../core/records/transaction.ts';
import { openSms, type Sms } from '../../integrations/sms/sms.ts';
import { makeClient } from '../clients/factory.ts';
import { type DemandeCode, type EssaiCode, emettreCode, REGLES, verifierCode } from './codes.ts';

let db: TestDatabase;
let trouble: Error | undefined;
const sent: Sms[] = [];
const telephone = '+242061234567';
let [jean, marie] = [0, 0];
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  db = await testDatabase();
  const { siege } = await cast(db);
  jean = await makeClient(db.database, { nom: 'KONGO', telephone, succursale_id: siege });
  marie = await makeClient(db.database, { nom: 'MOUKOKO', telephone: '+242059876543', succursale_id: siege });
});
beforeEach(async () => {
  await db.rows('delete from codes');
  sent.length = 0;
  trouble = undefined;
});
afterAll(() => db.close());

const guichet = () => ({
  database: db.database,
  config: { GUICHET_SECRET: 'x'.repeat(40) },
  sms: {
    lieu: 'test',
    envoyer: async (sms: Sms) => {
      sent.push(sms);
      if (trouble) throw trouble;
    },
  },
});

const contexte = { terminal: 'B-12', demande: 'abc' };
const ask = (more: Partial<DemandeCode> = {}) =>
  emettreCode(guichet(), { client_id: jean, telephone, but: 'beneficiaire', contexte, ...more });
const codeIn = (sms = sent.at(-1)) => /\b\d{6}\b/.exec(sms?.texte ?? '')?.[0] ?? '';
const other = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
const essai = (id: string, more: Partial<EssaiCode> = {}): EssaiCode => ({
  id,
  code: codeIn(),
  client_id: jean,
  but: 'beneficiaire',
  contexte,
  ...more,
});
const use = async (given: EssaiCode, work = async () => {}) => {
  const consommer = await verifierCode(guichet(), given);
  return transact(db.database, systemCaller, async (tx) => {
    await consommer(tx);
    await work();
  });
};
const tries = async () => (await db.rows<{ essais: number }>('select essais from codes'))[0]?.essais;
const REFUSED = { status: 403, said: { key: 'code_refuse' }, errors: { code: [{ key: 'code_refuse' }] } };

test('a code reaches the telephone, says what it is for, and works once', async () => {
  const { id, expire_le, telephone: shown } = await ask();
  expect(sent[0]).toMatchObject({ telephone, texte: expect.stringMatching(/modifier vos bénéficiaires : \d{6}\./) });
  expect(shown).toBe('+242 06 *** ** 67');
  expect(Math.round((expire_le.valueOf() - Date.now()) / 60_000)).toBe(5);
  await use(essai(id, { code: codeIn().replace(/^.../, '$& ') }));
  await expect(use(essai(id))).rejects.toMatchObject(REFUSED);
});

test('the database never holds it', async () => {
  await ask();
  const [row] = await db.rows<{ text: string }>('select c::text as text from codes c');
  expect(row?.text.replace(/[0-9a-f]{64}|[0-9a-f-]{36}/g, '')).not.toContain(codeIn());
  expect(await db.rows('select from sms')).toEqual([]);
  expect(await db.rows(`select from graphile_worker._private_jobs where payload::text like '%${codeIn()}%'`)).toEqual(
    [],
  );
});

test.each<[string, (id: string) => Partial<EssaiCode>]>([
  ['wrong', () => ({ code: other(codeIn()) })],
  ['no code at all', () => ({ code: '' })],
  ['unknown', () => ({ id: '00000000-0000-4000-8000-000000000000' })],
  ['not even an identifier', () => ({ id: "1' or true" })],
  ['another client’s', () => ({ client_id: marie })],
  ['for something else', () => ({ but: 'telephone' })],
  ['from another terminal', () => ({ contexte: { ...contexte, terminal: 'B-13' } })],
  ['for another request', () => ({ contexte: { ...contexte, demande: 'xyz' } })],
])('%s: the same refusal', async (_name, change) => {
  const { id } = await ask();
  await expect(use(essai(id, change(id)))).rejects.toMatchObject(REFUSED);
  await use(essai(id));
});

test('an expired one gets the same refusal', async () => {
  const { id } = await ask();
  await db.rows(`update codes set expire_le = now() - interval '1 second'`);
  await expect(use(essai(id))).rejects.toMatchObject(REFUSED);
});

test('a newer one takes the place of the earlier for the same thing alone', async () => {
  const first = await ask();
  const code = codeIn();
  const elsewhere = await ask({ but: 'sinistre' });
  const forSinistre = codeIn();
  const second = await ask();
  await expect(use(essai(first.id, { code }))).rejects.toMatchObject(REFUSED);
  await use(essai(second.id));
  await use(essai(elsewhere.id, { code: forSinistre, but: 'sinistre' }));
});

test('after five tries the right code is refused as well', async () => {
  const { id } = await ask();
  const wrong = other(codeIn());
  for (let n = 0; n < 5; n++) await expect(use(essai(id, { code: wrong }))).rejects.toMatchObject(REFUSED);
  await expect(use(essai(id))).rejects.toMatchObject(REFUSED);
});

test('a hundred guesses at once are five', async () => {
  const { id } = await ask();
  const compared = vi.fn();
  const guess = () => use(essai(id, { code: other(codeIn()) }), async () => compared()).catch(() => undefined);
  await Promise.all(Array.from({ length: 100 }, guess));
  expect(compared).not.toHaveBeenCalled();
  expect(await tries()).toBe(5);
});

test('a try counts though the request fails, and a right code is not lost with it', async () => {
  const { id } = await ask();
  const failing = use(essai(id), async () => {
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  expect(await tries()).toBe(1);
  await use(essai(id));
});

test('two at once with the right code: one of them acts', async () => {
  const { id } = await ask();
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => use(essai(id))));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a telephone gets no more than its codes in an hour, all at once or one by one', async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => ask()));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(REGLES.par_heure);
  expect(sent).toHaveLength(REGLES.par_heure);
  const refused = await ask({ client_id: marie }).catch((error) => error);
  expect(refused).toMatchObject({ status: 429, code: 'indisponible', extra: { attente: expect.any(Number) } });
  expect(refused.extra.attente).toBeGreaterThan(3500);
  expect(refused.extra.attente).toBeLessThanOrEqual(3600);
  await ask({ client_id: marie, telephone: '+242059876543' });
  await db.rows(`update codes set cree_le = cree_le - interval '1 hour' where telephone = $1`, [telephone]);
  await ask();
});

test.each([
  ['surely did not leave: it does not count among those of the hour', true, 0],
  ['may have left: it counts, but works no more', false, 1],
])('a code that %s', async (_name, again, kept) => {
  said.mockClear();
  trouble = new JobError('la passerelle SMS ne répond pas', again);
  const error = await ask().catch((caught) => caught);
  expect(error).toMatchObject({ status: 503, said: { key: 'sms_indisponible' } });
  expect(say('fr', error.said)).toMatch(/^Le SMS n’est pas parti/);
  const rows = await db.rows<{ id: string }>('select id from codes');
  expect(rows).toHaveLength(kept);
  for (const { id } of rows) await expect(use(essai(id))).rejects.toMatchObject(REFUSED);
  expect(said.mock.calls.flat().join()).toContain('+242 06 *** ** 67');
  expect(said.mock.calls.flat().join()).not.toContain(codeIn());
});

test('in the demo the code can be read on the screen, from the simulator', async () => {
  const sms = openSms({ folder: mkdtempSync(path.join(tmpdir(), 'guichet-')) });
  const { id } = await emettreCode({ ...guichet(), sms }, { client_id: jean, telephone, but: 'sinistre' });
  const [texte = ''] = (await sms.derniers?.(telephone)) ?? [];
  await use(essai(id, { code: codeIn({ telephone, texte }), but: 'sinistre', contexte: undefined }));
});

test('without a gateway in production no code is given out', async () => {
  const asked = emettreCode({ ...guichet(), sms: openSms({}) }, { client_id: jean, telephone, but: 'sinistre' });
  await expect(asked).rejects.toMatchObject({ status: 503, said: { key: 'sms_indisponible' } });
  expect(await db.rows('select from codes')).toEqual([]);
});

test('the same digits under another secret or row are another digest', async () => {
  const { id } = await ask();
  const stranger = { ...guichet(), config: { GUICHET_SECRET: 'y'.repeat(40) } };
  await expect(verifierCode(stranger, essai(id))).rejects.toMatchObject(REFUSED);
});
