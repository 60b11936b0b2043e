import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { aujourdhui, type Jour, plusJours } from '../../core/jours.ts';
import { annonces } from './resource.ts';

let api: TestApi;
let mireille: Send;
let paul: Send;
let awa: Send;
let chantal: Send;
beforeAll(async () => {
  api = await testApi();
  const { people } = api;
  mireille = await api.as(people.mireille);
  paul = await api.as(people.paul);
  awa = await api.as(people.awa);
  chantal = await api.as(people.chantal);
});
afterAll(() => api.close());

interface Row {
  id: number;
  statut: string;
  succursale_id: number | null;
  actions: string[];
  errors: Record<string, string[]>;
}
const TODAY = aujourdhui();
const said = { titre: 'Fermeture', contenu: 'Samedi matin.\nMerci.', debut: TODAY };
const write = (send: Send, more: object = {}) => send<Row>('POST', '/annonces', { ...said, ...more });
const act = (send: Send, id: number, verb: string, body: object = {}) =>
  send<Row>('POST', `/annonces/${id}/${verb}`, body);
const read = async (send: Send, id: number) => (await send<Row>('GET', `/annonces/${id}`)).body;
const change = (send: Send, id: number, body: object) => send<Row>('PATCH', `/annonces/${id}`, body);
async function made(send: Send, more: object = {}): Promise<number> {
  const { status, body, text } = await write(send, more);
  expect(status, text).toBe(201);
  return body.id;
}
const sentence = ({ status, text }: Answer<Row>) => [status, text] as const;

describe('how it stands follows the day', () => {
  const verbs = (id: number, ...names: string[]) => names.map((name) => [id, name] as const);
  test.each<[string, Jour, Jour | null, string[], string]>([
    ['written', TODAY, null, [], 'brouillon'],
    ['published, from today', TODAY, null, ['publier'], 'en_ligne'],
    ['published, for today alone', TODAY, TODAY, ['publier'], 'en_ligne'],
    ['published, since yesterday', plusJours(TODAY, -1), null, ['publier'], 'en_ligne'],
    ['published, from tomorrow', plusJours(TODAY, 1), null, ['publier'], 'programmee'],
    ['withdrawn', TODAY, null, ['publier', 'retirer'], 'retiree'],
    ['withdrawn before its day', plusJours(TODAY, 1), null, ['publier', 'retirer'], 'retiree'],
  ])('%s', async (_, debut, fin, steps, statut) => {
    const id = await made(mireille, { debut, fin });
    for (const [key, verb] of verbs(id, ...steps)) {
      const done = await act(mireille, key, verb, verb === 'retirer' ? { motif: 'erreur de date' } : {});
      expect(done.status, done.text).toBe(200);
    }
    expect((await read(mireille, id)).statut).toBe(statut);
    for (const code of annonces.fields.get('statut')?.choices ?? []) {
      const { body } = await mireille<{ count: number }>('GET', `/annonces?id=${id}&statut=${code}`);
      expect(body.count, code).toBe(code === statut ? 1 : 0);
    }
  });

  test('over when its last day is', async () => {
    const id = await made(mireille, { debut: plusJours(TODAY, -3), fin: TODAY });
    await act(mireille, id, 'publier');
    expect((await change(mireille, id, { fin: plusJours(TODAY, -1) })).body.statut).toBe('passee');
    expect(sentence(await act(mireille, id, 'retirer', { motif: 'trop tard' }))).toEqual([
      409,
      expect.stringContaining('est passée'),
    ]);
  });
});

describe('who writes', () => {
  test('a gestionnaire for the own succursale, also without saying so', async () => {
    const id = await made(paul);
    expect((await read(paul, id)).succursale_id).toBe(api.people.douala);
    expect((await act(paul, id, 'publier')).status).toBe(200);
    expect([(await awa('GET', `/annonces/${id}`)).status, (await awa('DELETE', `/annonces/${id}`)).status]).toEqual([
      200, 403,
    ]);
    expect((await write(awa)).status).toBe(403);
  });

  test('not for another one, which does not exist for them', async () => {
    expect((await write(paul, { succursale_id: api.people.yaounde })).body.errors).toHaveProperty('succursale_id');
    const id = await made(chantal);
    for (const answer of [
      await paul('GET', `/annonces/${id}`),
      await change(paul, id, { titre: 'x' }),
      await act(paul, id, 'publier'),
      await paul('DELETE', `/annonces/${id}`),
    ])
      expect(answer.status).toBe(404);
    expect((await paul('GET', '/annonces?page_size=200')).text).not.toContain(`"id":${id},`);
  });

  test('for everybody only the head office; all read it, and are offered nothing to do with it', async () => {
    const id = await made(mireille, { titre: 'Pour tous' });
    const seen = await read(paul, id);
    expect([seen.succursale_id, seen.actions]).toEqual([null, []]);
    expect((await paul('GET', '/annonces?succursale_id__isnull=true')).text).toContain('Pour tous');
    for (const answer of [
      await change(paul, id, { titre: 'x' }),
      await change(paul, id, { succursale_id: api.people.douala }),
      await act(paul, id, 'publier'),
      await paul('DELETE', `/annonces/${id}`),
    ])
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('que par le siège')]);
    expect((await read(mireille, id)).actions).toEqual(['modifier', 'supprimer', 'publier']);
  });

  test('nor is one’s own made one for everybody', async () => {
    const id = await made(paul);
    expect((await change(paul, id, { succursale_id: null })).status).toBe(403);
    expect((await read(paul, id)).succursale_id).toBe(api.people.douala);
  });
});

describe('what is refused', () => {
  test.each<[string, object, string]>([
    ['no title', { titre: ' ' }, 'titre'],
    ['a title of 121 characters', { titre: 'x'.repeat(121) }, 'titre'],
    ['no text', { contenu: '' }, 'contenu'],
    ['a text of 2001 characters', { contenu: 'x'.repeat(2001) }, 'contenu'],
    ['an importance that there is not', { importance: 'vital' }, 'importance'],
    ['a last day before the first', { fin: plusJours(TODAY, -1) }, 'fin'],
    ['a day that there is not', { debut: '2026-02-30' }, 'debut'],
    ['a produit that there is not', { produit_id: 999_999 }, 'produit_id'],
    ['a statut of one’s own', { statut: 'en_ligne' }, 'statut'],
  ])('%s', async (_, more, field) => {
    const { status, body } = await write(mireille, more);
    expect([status, Object.keys(body.errors)]).toEqual([400, [field]]);
  });

  test('to publish what is over, twice, or again; to withdraw a draft, or without a reason', async () => {
    const over = await made(mireille, { debut: plusJours(TODAY, -9), fin: plusJours(TODAY, -1) });
    expect(sentence(await act(mireille, over, 'publier'))).toEqual([409, expect.stringContaining('jour est passé')]);
    expect((await act(mireille, over, 'retirer', { motif: 'erreur' })).status).toBe(409);
    const id = await made(mireille);
    await act(mireille, id, 'publier');
    expect((await act(mireille, id, 'publier')).status).toBe(409);
    expect((await act(mireille, id, 'retirer')).body.errors).toHaveProperty('motif');
    await act(mireille, id, 'retirer', { motif: 'erreur' });
    expect((await act(mireille, id, 'publier')).status).toBe(409);
  });

  test('to rewrite or delete what was published; its last day may still be moved', async () => {
    const id = await made(mireille);
    expect((await change(mireille, id, { titre: 'Fermeture samedi' })).status).toBe(200);
    await act(mireille, id, 'publier');
    for (const more of [{ titre: 'x' }, { contenu: 'x' }, { importance: 'urgent' }, { debut: plusJours(TODAY, 1) }])
      expect(sentence(await change(mireille, id, more))).toEqual([409, expect.stringContaining('ne se réécrit pas')]);
    expect((await mireille('DELETE', `/annonces/${id}`)).status).toBe(409);
    expect((await change(mireille, id, { fin: plusJours(TODAY, 2) })).status).toBe(200);
    await expect(api.db.rows(`update annonces set titre = 'x' where id = $1`, [id])).rejects.toThrow('stays as it was');
    await expect(api.db.rows('delete from annonces where id = $1', [id])).rejects.toThrow('stays as it was');
  });
});

describe('who listens is told', () => {
  const queued = (id: number) =>
    api.db.rows<{ run_at: Date; now: Date }>(
      `select run_at, now() from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'annonce-publiee' and payload::jsonb = jsonb_build_object('id', $1::bigint)`,
      [id],
    );

  test('at once of one from today, in the morning of its first day of a later one, never of a draft', async () => {
    const [draft, now, later] = [
      await made(mireille),
      await made(mireille),
      await made(mireille, { debut: '2099-05-04' }),
    ];
    for (const id of [now, later]) await act(mireille, id, 'publier');
    expect(await queued(draft)).toEqual([]);
    const [soon] = await queued(now);
    expect(soon?.run_at.valueOf()).toBeLessThanOrEqual(soon?.now.valueOf() ?? 0);
    expect((await queued(later))[0]?.run_at.toISOString()).toBe('2099-05-04T07:00:00.000Z');
  });
});
