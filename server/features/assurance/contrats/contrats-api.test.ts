import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import { aujourdhui, plusJours, plusMois } from '../../../core/jours.ts';
import { makeClient } from '../../clients/factory.ts';
import { makeProduit } from '../factory.ts';

interface Contrat {
  id: number;
  police: string;
  statut: string;
  souscription_id: number;
  solde: number;
  reste_a_payer: number;
  date_effet: string;
  date_expiration: string;
  mode_attribution: string;
  agent_attribueur_id: number | null;
  actions: string[];
}

let api: TestApi;
let mireille: Send;
let paul: Send;
let awa: Send;
let chantal: Send;
let body: Record<string, unknown>;
beforeAll(async () => {
  api = await testApi();
  [mireille, paul, awa, chantal] = await Promise.all([
    api.as(api.people.mireille),
    api.as(api.people.paul),
    api.as(api.people.awa),
    api.as(api.people.chantal),
  ]);
  const client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  const produit_id = await makeProduit(api.db.database, { code: 'VIE-TEST', branche: 'VIE' });
  body = { client_id, produit_id, montant: 5000, periodicite: 'mensuelle' };
});
afterAll(() => api.close());

const made = async (more: Record<string, unknown> = {}, send = paul) =>
  (await send<Contrat>('POST', '/contrats', { ...body, ...more })).body;
const seen = async (id: number, send = paul) => (await send<Contrat>('GET', `/contrats/${id}`)).body;

describe('POST /contrats', () => {
  test('makes the souscription and its police in one step, and no cover before a payment (art. 13)', async () => {
    const answer = await paul<Contrat>('POST', '/contrats', body);
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({ statut: 'en_attente', solde: 0, mode_attribution: 'automatique' });
    expect(answer.body.police).toMatch(/^CG-\d{4}-VIE-\d{3,}$/);
    expect(answer.headers.get('location')).toBe(`/api/v1/contrats/${answer.body.id}`);
    expect(await seen(answer.body.id)).toMatchObject({ date_expiration: null, couvert_jusqu_au: null });
  });

  test('with a police of one’s own keeps who gave it', async () => {
    const contrat = await made({ police: 'POL-77', motif: 'Reprise de l’ancien portefeuille' });
    expect(contrat).toMatchObject({
      police: 'POL-77',
      mode_attribution: 'manuelle',
      agent_attribueur_id: api.people.paul.id,
    });
    const again = await paul('POST', '/contrats', { ...body, police: 'POL-77' });
    expect(again).toMatchObject({
      status: 400,
      body: { errors: { police: ['Ce numéro de police est déjà attribué.'] } },
    });
    const [left] = await api.db.rows(
      'select from souscriptions s where not exists (select from numeros_police where souscription_id = s.id)',
    );
    expect(left).toBeUndefined();
  });

  test('leaves the automatic series without a gap where a number was taken by hand', async () => {
    const first = await made();
    const next = Number(first.police.split('-')[3]) + 1;
    const taken = first.police.replace(/\d+$/, String(next).padStart(3, '0'));
    await made({ police: taken });
    expect((await made()).police).toBe(first.police.replace(/\d+$/, String(next + 1).padStart(3, '0')));
  });

  test('is refused with the field that is wrong, and leaves nothing behind', async () => {
    const count = async () => (await api.db.rows<{ n: number }>('select count(*)::int as n from souscriptions'))[0]?.n;
    const before = await count();
    for (const [field, wrong] of [
      ['montant', { montant: 1 }],
      ['periodicite', { periodicite: 'hebdomadaire' }],
      ['client_id', { client_id: 999_999 }],
      ['date_effet', { date_effet: '2020-01-01' }],
    ] as const) {
      const answer = await paul<{ errors: object }>('POST', '/contrats', { ...body, ...wrong });
      expect(answer.status, answer.text).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual([field]);
    }
    expect(await count()).toBe(before);
  });

  test('is for those who may create a souscription', async () => {
    const esther = await api.as(api.people.esther);
    expect((await esther('POST', '/contrats', body)).status).toBe(403);
    expect((await chantal('POST', '/contrats', body)).status).toBe(400);
    expect((await awa('POST', '/contrats', { ...body, police: 'POL-AWA' })).status).toBe(403);
  });
});

describe('a contrat’s verbs are those of its souscription', () => {
  test('a payment opens it, a renewal joins a term to the term before', async () => {
    const { id } = await made();
    const today = aujourdhui();
    const paid = await paul<Contrat>('POST', `/contrats/${id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
    expect(paid.status, paid.text).toBe(200);
    const end = plusJours(plusMois(today, 12), -1);
    expect(paid.body).toMatchObject({ statut: 'activee', solde: 5000, date_effet: today, date_expiration: end });
    const short = await paul('POST', `/contrats/${id}/renouveler`, { montant: 5000, mode_paiement: 'especes' });
    expect(short).toMatchObject({ status: 400, body: { errors: { montant: [expect.stringContaining('60 000')] } } });
    const renewed = await paul<Contrat>('POST', `/contrats/${id}/renouveler`, {
      montant: 60_000,
      mode_paiement: 'virement',
    });
    expect(renewed.body).toMatchObject({
      date_effet: today,
      date_expiration: plusJours(plusMois(plusJours(end, 1), 12), -1),
    });
  });

  test('PATCH of what was sold asks for an avenant, with a reason, that another person approves', async () => {
    const { id } = await made();
    await paul('POST', `/contrats/${id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
    const without = await paul('PATCH', `/contrats/${id}`, { montant: 6000 });
    expect(without).toMatchObject({ status: 400, body: { errors: { motif: expect.any(Array) } } });
    const asked = await paul('PATCH', `/contrats/${id}`, { montant: 6000, motif: 'Capital augmenté' });
    expect(asked).toMatchObject({ status: 200, body: { montant: 5000, avenant_demande: true } });
    const { results } = (await mireille<{ results: { id: number }[] }>('GET', '/avenants?ordering=-id')).body;
    expect((await paul('POST', `/avenants/${results[0]?.id}/approuver`, {})).status).not.toBe(200);
    expect((await mireille('POST', `/avenants/${results[0]?.id}/approuver`, {})).status).toBe(200);
    expect(await seen(id)).toMatchObject({ montant: 6000, avenant_demande: false, statut: 'activee' });
  });

  test('DELETE ends it with a reason, and keeps everything', async () => {
    const { id } = await made();
    await paul('POST', `/contrats/${id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
    expect(await paul('DELETE', `/contrats/${id}`)).toMatchObject({
      status: 400,
      body: { errors: { motif: expect.any(Array) } },
    });
    expect((await paul('DELETE', `/contrats/${id}`, { motif: 'À la demande du client' })).status).toBe(204);
    expect(await seen(id)).toMatchObject({ statut: 'resiliee', motif: 'À la demande du client', solde: 5000 });
    const { body: history } = await paul<{ results: { action: string; motif: string }[] }>(
      'GET',
      `/contrats/${id}/historique`,
    );
    expect(history.results[0]).toMatchObject({ action: 'resilier', motif: 'À la demande du client' });
  });

  test('a police keeps its number, and a row that has moved on is not overwritten', async () => {
    const { id } = await made();
    expect((await paul('PATCH', `/contrats/${id}`, { police: 'AUTRE-1' })).status).toBe(400);
    const stale = await paul('PATCH', `/contrats/${id}`, { montant: 6000 }, { 'if-match': '"99"' });
    expect(stale.status).toBe(412);
    expect(await paul('PATCH', `/contrats/${id}`, { montant: 6000 })).toMatchObject({
      status: 200,
      body: { montant: 6000 },
    });
  });

  test('why it is changed stands in its history, and is nothing to change by itself', async () => {
    const { id } = await made();
    const motif = 'Le client préfère moins';
    expect((await paul('PATCH', `/contrats/${id}`, { motif })).status).toBe(400);
    expect((await paul('PATCH', `/contrats/${id}`, { montant: 4000, motif })).status).toBe(200);
    const { body } = await paul<{ results: object[] }>('GET', `/contrats/${id}/historique`);
    expect(body.results[0]).toMatchObject({ action: 'modifier', motif });
  });

  test('another branch does not see it, by any path', async () => {
    const { id, police } = await made();
    for (const [method, path] of [
      ['GET', `/contrats/${id}`],
      ['PATCH', `/contrats/${id}`],
      ['DELETE', `/contrats/${id}`],
      ['POST', `/contrats/${id}/suspendre`],
      ['GET', `/contrats/${id}/historique`],
    ] as const) {
      const body = method === 'GET' ? undefined : { motif: 'essai' };
      expect((await chantal(method, path, body)).status, `${method} ${path}`).toBe(404);
    }
    const found = await chantal<{ count: number }>('GET', `/contrats?police=${police}`);
    expect(found.body.count).toBe(0);
    expect((await mireille<{ count: number }>('GET', `/contrats?search=${police.toLowerCase()}`)).body.count).toBe(1);
  });

  test('what is possible is told with the row, and refused otherwise', async () => {
    const { id } = await made();
    expect((await seen(id)).actions).toEqual(expect.arrayContaining(['encaisser', 'annuler', 'supprimer']));
    expect((await seen(id)).actions).not.toContain('suspendre');
    expect((await paul('POST', `/contrats/${id}/suspendre`, { motif: 'impayé' })).status).toBe(409);
    const { actions } = await seen(id, awa);
    expect(actions).toContain('encaisser');
    for (const verb of ['modifier', 'supprimer', 'resilier', 'attribuer-police']) expect(actions).not.toContain(verb);
  });
});

test('a cotisation is found by its key through the index of its term', async () => {
  const { id, police } = await made();
  await paul('POST', `/contrats/${id}/encaisser`, { montant: 7000, mode_paiement: 'especes' });
  const { body: page } = await paul<{ results: { id: number; quittance: string; statut: string; reste: number }[] }>(
    'GET',
    `/cotisations?police=${police}&ordering=periode_debut`,
  );
  expect(page.results).toHaveLength(12);
  expect(page.results.slice(0, 3).map(({ statut, reste }) => [statut, reste])).toEqual([
    ['payee', 0],
    ['partielle', 3000],
    ['a_venir', 5000],
  ]);
  const second = page.results[1];
  expect((await paul('GET', `/cotisations/${second?.id}`)).body).toMatchObject({ quittance: second?.quittance });
  const plan = await api.db.rows<{ 'QUERY PLAN': string }>(
    `explain (costs off) select * from cotisations t where t.id = ${second?.id} and t.terme_id = ${second?.id}::bigint / 1000`,
  );
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/termes_pkey/);
});

test('quittances go on past 999, each once, however many are sold at the same moment', async () => {
  await api.db.rows(
    `insert into numerotations (serie, dernier) values ('quittances:' || to_char(date_metier(), 'YYYY'), 990)
     on conflict (serie) do update set dernier = 990 + numerotations.dernier`,
  );
  const contrats = await Promise.all(Array.from({ length: 6 }, () => made()));
  const pay = { montant: 5000, mode_paiement: 'virement' };
  await Promise.all(contrats.map(({ id }) => paul('POST', `/contrats/${id}/encaisser`, pay)));
  const all = await api.db.rows<{ quittance: string }>('select quittance from cotisations');
  expect(new Set(all.map(({ quittance }) => quittance)).size).toBe(all.length);
  expect(all.map(({ quittance }) => quittance.length)).toContain('Q20261000'.length);
});
