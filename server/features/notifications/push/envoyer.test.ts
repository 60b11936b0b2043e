import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPush } from '../../../integrations/push/push.ts';
import { deposer } from './deposer.ts';
import { envoyer } from './envoyer.ts';
import { avis, codesAvis, contenuDe } from './messages.ts';
import { openTelephones, type Telephones } from './telephones.fixture.ts';

let t: Telephones;
let client: number;
let one: Awaited<ReturnType<Telephones['telephone']>>;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  t = await openTelephones();
  client = await t.client();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.rows('delete from graphile_worker._private_jobs');
  await t.db.rows('delete from abonnements_push');
  t.there.answers(201);
  one = await t.telephone(client);
});

let occasions = 0;
const tell = () => deposer(t.db.database, [one.id], { avis: 'annonce', cle: `essai:${++occasions}` });
const row = async () =>
  (
    await t.db.rows<{ echecs: number; dernier_envoi: Date | null }>(
      'select echecs, dernier_envoi from abonnements_push',
    )
  )[0];
const waits = (expected: object) =>
  expect.poll(t.queued, { timeout: 8000 }).toEqual([expect.objectContaining(expected)]);

describe('a service that says', () => {
  test.each([[404], [410]])('%i: the subscription is deleted', async (status) => {
    t.there.answers(status);
    await tell();
    await t.fini();
    expect(await row()).toBeUndefined();
  });

  test('403: the subscription is deleted the third time in a row, not before', async () => {
    for (const [status, left] of [
      [403, 1],
      [403, 2],
      [201, 0],
      [403, 1],
      [403, 2],
    ] as const) {
      t.there.answers(status);
      await tell();
      await t.fini();
      expect((await row())?.echecs).toBe(left);
    }
    await tell();
    await t.fini();
    expect(await row()).toBeUndefined();
  });

  test('400 or 401: what is wrong is ours, so it stays to be seen and the subscription stays', async () => {
    t.there.answers(401);
    await tell();
    await waits({ attempts: 1, max_attempts: 1, last_error: 'notification refusée : HTTP 401' });
    expect(await row()).toMatchObject({ echecs: 0, dernier_envoi: null });
  });

  test('503: it is tried again, and told once it works', async () => {
    t.there.answers(503);
    await tell();
    await waits({ attempts: 1, max_attempts: 10, last_error: 'notification : HTTP 503' });
    t.there.answers(201);
    await t.db.rows(
      `update graphile_worker._private_jobs set run_at = now() returning pg_notify('jobs:insert', '{"count":1}')`,
    );
    await t.fini();
    expect(one.textes()).toHaveLength(1);
    expect((await row())?.dernier_envoi).toBeInstanceOf(Date);
  });

  test('429 with a time: it is left alone for that long', async () => {
    t.there.answers(429, { 'retry-after': '600' });
    const before = Date.now();
    await tell();
    const seconds = async () => (((await t.queued())[0]?.run_at.valueOf() ?? 0) - before) / 1000;
    await expect.poll(seconds, { timeout: 8000 }).toBeGreaterThan(590);
    expect(await seconds()).toBeLessThan(630);
    expect(await t.queued()).toMatchObject([{ attempts: 0, last_error: null }]);
  });
});

test('consent that was taken back, or given for something else, holds for what is already queued', async () => {
  await t.db.rows(`update abonnements_push set sujets = array['paiements']`);
  const before = t.there.appels();
  await tell();
  await t.fini();
  expect(t.there.appels()).toBe(before);
});

test('at night what has expired is forgotten, with what it was told', async () => {
  const other = await t.telephone(client);
  await tell();
  await t.fini();
  await t.db.rows(`update abonnements_push set expire_le = now() - interval '1 second' where id = $1`, [one.id]);
  await t.db.rows(`select graphile_worker.add_job('oublier-push')`);
  await t.fini();
  expect(await t.db.rows('select id from abonnements_push')).toEqual([{ id: other.id }]);
  expect(await t.db.rows('select from envois_push')).toEqual([]);
});

test('with push switched off what is queued ends quietly', async () => {
  const before = t.there.appels();
  await envoyer(t.db.database, openPush({ PUSH_HOTES: [] }), { abonnement_id: one.id, avis: 'annonce' });
  expect([t.there.appels(), (await row())?.echecs]).toEqual([before, 0]);
});

test.each(codesAvis.flatMap((code) => [[code, 'fr'] as const, [code, 'en'] as const]))(
  '« %s » in %s is short, tells nothing of anybody and opens a page of the client’s space',
  (code, langue) => {
    const { titre, texte, chemin, sujet } = contenuDe(code, langue, 7);
    expect(`${titre} ${texte}`).not.toMatch(/undefined|\{|FCFA|francs|police|policy|\d\d/i);
    expect(titre.length).toBeLessThan(30);
    expect(texte.length).toBeLessThan(90);
    expect(chemin).toMatch(/^\/espace\/(contrats|paiements|annonces)$/);
    expect(sujet).toBe(avis[code].sujet);
  },
);
