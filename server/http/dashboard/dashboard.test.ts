import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { aujourdhui, plusJours } from '../../core/jours.ts';
import { makeContrat, pay } from '../../features/assurance/factory.ts';
import type { Chiffre } from '../../features/rapports/chiffres/types.ts';

const today = aujourdhui();

let api: TestApi;
let mireille: Send;
let paul: Send;
let awa: Send;
let contrat: number;
beforeAll(async () => {
  api = await testApi();
  const { people } = api;
  mireille = await api.as(people.mireille);
  paul = await api.as(people.paul);
  awa = await api.as(people.awa);
  const client = await paul('POST', '/clients', { nom: 'KONGO', prenom: 'Jean Baptiste' });
  contrat = await makeContrat(api.db.database, {
    client_id: Number(client.body.id),
    succursale_id: people.douala,
    police: 'POL001',
    date_effet: today,
    montant: 5000,
    periodicite: 'mensuelle',
    duree: 12,
    duree_unite: 'mois',
  });
  await pay(api.db.database, contrat, 5000);
  await api.db.rows(`update souscriptions set statut = 'activee', expire_le = date_metier() + 300 where id = $1`, [
    contrat,
  ]);
});
afterAll(() => api.close());

const get = async (send: Send, path: string) => (await send<Chiffre>('GET', `/dashboard/${path}`)).body;

describe('what is asked of a figure', () => {
  test('is the current month up to today, of one’s whole reach', async () => {
    const { periode, total, unite, forme, titre } = await get(paul, 'encaissements');
    expect(periode).toEqual({ du: `${today.slice(0, 7)}-01`, au: today });
    expect([total, unite, forme, titre]).toEqual([5000, 'francs', 'piles', 'Encaissements par mode de paiement']);
    expect((await get(mireille, `encaisse?succursale_id=${api.people.yaounde}`)).total).toBe(0);
    expect((await get(mireille, 'echeances')).periode).toBeUndefined();
  });

  test.each([
    ['du=2026-13-01', 'du', 'Un jour est attendu, au format AAAA-MM-JJ.'],
    ['du=2026-03-01&au=2026-02-01', 'au', 'La période finit avant de commencer.'],
    ['du=2999-01-01', 'du', 'La période finit avant de commencer.'],
    ['du=2019-01-01&au=2024-01-01', 'du', 'Une période de 5 ans au plus.'],
    ['au=2026-01-31&au=2026-01-31', 'au', 'Ce paramètre est donné deux fois.'],
    ['succursale_id=x', 'succursale_id', undefined],
    ['statut=reussi', 'statut', 'Ce paramètre n’existe pas.'],
    ['constructor=1', 'constructor', 'Ce paramètre n’existe pas.'],
  ])('%s is refused, naming %s', async (query, field, sentence) => {
    for (const path of ['encaissements', 'stats', 'clients-recents']) {
      const { status, body } = await paul<{ errors: Record<string, string[]> }>('GET', `/dashboard/${path}?${query}`);
      expect([status, Object.keys(body.errors)]).toEqual([400, [field]]);
      if (sentence) expect(body.errors[field]).toEqual([sentence]);
    }
  });

  test('five years are allowed to the day', async () => {
    expect((await paul('GET', '/dashboard/encaissements?du=2019-01-01&au=2023-12-31')).status).toBe(200);
  });

  test('a succursale out of reach, or none at all, does not exist', async () => {
    for (const [send, id] of [
      [paul, api.people.yaounde],
      [paul, api.people.siege],
      [mireille, 999_999],
    ] as const) {
      const { status, body } = await send('GET', `/dashboard/encaissements?succursale_id=${id}`);
      expect([status, Object.keys(body.errors as object)]).toEqual([404, ['succursale_id']]);
    }
    expect((await paul('GET', `/dashboard/stats?succursale_id=${api.people.douala}`)).status).toBe(200);
  });

  test('a figure that there is not is not found; one of what one may not read is refused, the cards leave it out', async () => {
    for (const nom of ['inconnu', 'constructor', '__proto__'])
      expect((await mireille('GET', `/dashboard/${nom}`)).status).toBe(404);
    expect((await awa('GET', '/dashboard/mouvements')).status).toBe(403);
    const names = async (send: Send) =>
      (await send<{ results: { nom: string }[] }>('GET', '/dashboard')).body.results.map(({ nom }) => nom);
    expect(await names(mireille)).toContain('mouvements');
    expect(await names(awa)).not.toContain('mouvements');
    const { cartes } = (await awa<{ cartes: Chiffre[] }>('GET', '/dashboard/stats')).body;
    expect(cartes.map(({ nom }) => nom)).toEqual(expect.arrayContaining(['encaisse', 'clients', 'taux-conversion']));
    expect((await api.anonymous('GET', '/dashboard/stats')).status).toBe(401);
  });
});

test('the address of a list that a number opens counts it to the end', async () => {
  const { series } = await get(paul, 'encaissements');
  const point = series.flatMap(({ points }) => points).find(({ valeur }) => valeur > 0);
  const query = new URLSearchParams({ ...point?.liste.filtre, count: 'exact' });
  const { body } = await paul<{ count: number }>('GET', `/paiements?${query}`);
  expect(body.count).toBe(point?.nombre);
  expect((await paul('GET', '/paiements?count=environ')).status).toBe(400);
});

test('many who ask at once are one question; a change asks anew, and says as of when', async () => {
  const read = vi.spyOn(api.db.database, 'read');
  const asked = () => read.mock.calls.filter(([{ text }]) => text.includes('from paiements')).length;
  api.db.watch.tell('donnees', 'paiements');
  read.mockClear();
  const all = await Promise.all(Array.from({ length: 20 }, () => get(mireille, 'encaisse')));
  expect(asked()).toBe(2);
  expect(new Set(all.map(({ calcule_le }) => calcule_le)).size).toBe(1);
  const before = all[0] as Chiffre;
  await pay(api.db.database, contrat, 5000);
  api.db.watch.tell('donnees', 'succursales');
  expect(await get(mireille, 'encaisse')).toEqual(before);
  api.db.watch.tell('donnees', 'souscriptions');
  const after = await get(mireille, 'encaisse');
  expect(after.total).toBe(before.total + 5000);
  expect(after.calcule_le > before.calcule_le).toBe(true);
  read.mockRestore();
});

/** The news as they come; `next` waits for a piece that contains a text, `undefined` when they end first. */
async function ecouter(token: string) {
  const answer = await fetch(`${api.origin}/api/v1/dashboard/flux`, { headers: { authorization: `Bearer ${token}` } });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let heard = '';
  return {
    answer,
    async next(text: string): Promise<string | undefined> {
      while (!heard.includes(text)) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        heard += new TextDecoder().decode(value);
      }
      const said = heard;
      heard = '';
      return said;
    },
    leave: () => reader.cancel(),
  };
}

describe('news', { timeout: 20_000 }, () => {
  test('name the figures that a change touches, as far as one may see them, once for many changes', async () => {
    const [siege, agent] = await Promise.all(
      [api.people.mireille, api.people.awa].map(async ({ email }) => ecouter((await api.signIn(email)).access)),
    );
    expect(siege?.answer.headers.get('content-type')).toContain('text/event-stream');
    await Promise.all([siege?.next('retry'), agent?.next('retry')]);
    for (let i = 0; i < 5; i++) api.db.watch.tell('donnees', 'paiements');
    const said = (await siege?.next('\n\n')) ?? '';
    expect(said).toMatch(/^event: change\ndata: \{"chiffres":\[.*\]\}\n\n$/);
    const { chiffres } = JSON.parse(said.split('data: ')[1] ?? '{}');
    expect(chiffres).toEqual(
      expect.arrayContaining(['encaissements', 'encaisse', 'reste-du', 'contrats', 'mouvements']),
    );
    expect(chiffres).not.toContain('taches-a-venir');
    expect(await agent?.next('\n\n')).not.toContain('mouvements');
    await siege?.leave();
    await agent?.leave();
  });

  test('a payment made over the API is heard of', async () => {
    const news = await ecouter((await api.signIn(api.people.paul.email)).access);
    await news.next('retry');
    const paid = await paul('POST', `/souscriptions/${contrat}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
    expect(paid.status, paid.text).toBe(200);
    expect(await news.next('change')).toContain('"encaissements"');
    await news.leave();
  });

  test('end when one signs out, when one’s rights change, and when the server stops', async () => {
    const { access, refresh } = await api.signIn(api.people.paul.email);
    const out = await ecouter(access);
    await out.next('retry');
    await api.withToken(access)('POST', '/auth/logout', { refresh });
    expect(await out.next('jamais')).toBeUndefined();

    const rights = await ecouter((await api.signIn(api.people.chantal.email)).access);
    await rights.next('retry');
    const { body } = await mireille('GET', `/utilisateurs/${api.people.chantal.id}`);
    const droits = { mouvements_portefeuille: { lire: false } };
    await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { droits, revision: body.revision });
    expect(await rights.next('jamais')).toBeUndefined();

    const last = await ecouter((await api.signIn(api.people.esther.email)).access);
    await last.next('retry');
    api.app.emit('fin');
    expect(await last.next('jamais')).toBeUndefined();
  });
});

test('days of another time: what was asked for yesterday is not today’s', async () => {
  const du = plusJours(today, -1);
  const { precedent, total } = await get(mireille, `encaisse?du=${today}&au=${today}`);
  expect([total > 0, precedent]).toEqual([true, 0]);
  expect((await get(mireille, `encaisse?du=${du}&au=${du}`)).total).toBe(0);
});
