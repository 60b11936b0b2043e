import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import type { Lookup } from '../../../core/kinds.ts';
import type { Resource } from '../../../core/resource.ts';
import { surveille } from '../../../features/assurance/mobile-money/exemple.fixture.ts';
import { partlyPaid } from '../../../features/assurance/sinistres/exemple.fixture.ts';
import { cultive } from '../../../features/crm/exemple.fixture.ts';
import { rapporte } from '../../../features/rapports/exemple.fixture.ts';
import { resources } from '../../../features.ts';
import { type Parameter, resolve } from '../types.ts';
import { type Conversation, document, openConversation, operations, wholeRow } from './conversation.ts';
import { live } from './lived.fixture.ts';
import { papier } from './papier.fixture.ts';
import { readReports } from './rapports.fixture.ts';
import { remit } from './remitted.fixture.ts';
import { sample } from './sample.fixture.ts';
import { sell } from './sold.fixture.ts';

let talk: Conversation;
beforeAll(async () => {
  talk = await openConversation();
  const { mireille, paul } = talk.api.people;
  const send = await talk.api.as(mireille);
  const made = async (path: string, body: object) => {
    const answer = await send<{ id: number }>('POST', path, body);
    expect([200, 201], answer.text).toContain(answer.status);
    return answer.body.id;
  };
  const succursale_id = talk.api.people.douala;
  const client = {
    nom: 'KONGO',
    prenom: 'Jean Baptiste',
    telephone: '06 123 45 67',
    date_naissance: '1984-05-17',
    succursale_id,
  };
  talk.ids.clients = await made('/clients', client);
  const sold = await sell(send, talk.ids.clients);
  Object.assign(talk.ids, sold);
  Object.assign(talk.ids, await remit(send, talk.api.db, { ...sold, clients: talk.ids.clients, succursale_id }));
  Object.assign(talk.ids, await partlyPaid(talk.api.db, talk.ids.clients, succursale_id, 'KONGO'));
  talk.ids.documents = await papier(send, talk.ids.sinistres as number);
  Object.assign(talk.ids, await live(send, talk.ids.clients));
  Object.assign(talk.ids, await surveille(talk.api.db.rows, talk.ids.souscriptions as number, 'KONGO'));
  const utilisateur_id = paul.id;
  const chez = { client_id: talk.ids.clients, succursale_id, utilisateur_id };
  Object.assign(talk.ids, await cultive(talk.api.db.database, chez, 'KONGO'));
  Object.assign(talk.ids, await rapporte(talk.api.db.rows, chez, 'KONGO'));
  talk.ids.bornes = await made('/bornes', { nom: 'Hall d’accueil, Douala', succursale_id });
  talk.ids.annonces = await made('/annonces', { titre: 'Fermeture', contenu: 'Samedi.', debut: aujourdhui() });
  talk.ids.agents = await made('/agents', {
    nom: 'MOUKOKO',
    telephone: '05 987 65 43',
    succursale_id,
    utilisateur_id: paul.id,
  });
  await made(`/utilisateurs/${paul.id}/emettre-cle`, {
    nom: 'USSD',
    expire_le: plusJours(aujourdhui(), 30),
    motif: 'passerelle',
  });
  for (const { name } of resources)
    talk.ids[name] ??= (await send<{ results: [{ id: number }?] }>('GET', `/${name}`)).body.results[0]?.id ?? 0;
});
afterAll(() => talk.close());

const parametersOf = (operationId: string): Parameter[] => {
  const found = operations.find(({ id }) => id === operationId);
  return (found?.operation.parameters ?? [])
    .map((each) => resolve<Parameter>(document, each))
    .filter((each) => each.in === 'query');
};

const named = resources.map((resource) => [resource.name, resource] as const);

describe.each(named)('%s', (name, resource) => {
  test.each(['list', 'retrieve', 'agregats', 'export', 'historique'])(
    'each parameter of its %s is understood, and no other',
    async (verb) => {
      expect((await talk.call(`${name}_${verb}`)).status).toBe(200);
      const understood = async ({ name: parameter, schema }: Parameter) => {
        if (parameter === 'cursor' || (verb === 'retrieve' && parameter === 'corbeille')) return;
        const { status, text } = await talk.call(`${name}_${verb}`, { query: `?${parameter}=${sample(schema)}` });
        expect(status, `${parameter}: ${text}`).toBe(200);
      };
      const asked = parametersOf(`${name}_${verb}`);
      // So many files at once are not made.
      if (verb === 'export') for (const each of asked) await understood(each);
      else await Promise.all(asked.map(understood));
      if (verb !== 'historique') expect((await talk.call(`${name}_${verb}`, { query: '?inconnu=1' })).status).toBe(400);
    },
  );

  test('a filter that the document does not name is refused', async () => {
    const known = new Set(parametersOf(`${name}_list`).map((each) => each.name));
    const refused = async (filter: string) =>
      expect((await talk.call(`${name}_list`, { query: `?${filter}=1` })).status, filter).toBe(400);
    await Promise.all(
      allFilters(resource)
        .filter((each) => !known.has(each))
        .map(refused),
    );
  });

  test('a row has every field that the document names, in a page and alone; with `fields` only those', async () => {
    const whole = wholeRow(resource.entity.name);
    const page = await talk.call<{ results: [Record<string, unknown>] }>(`${name}_list`);
    expect(Object.keys(page.body.results[0]).sort()).toEqual(whole);
    const one = await talk.call(`${name}_retrieve`);
    expect(Object.keys(one.body).sort()).toEqual([...whole, 'actions'].sort());
    const few = await talk.call<{ results: [object] }>(`${name}_list`, { query: `?fields=${resource.title[0]}` });
    expect(Object.keys(few.body.results[0]).sort()).toEqual([...new Set(['id', resource.title[0]])].sort());
  });

  test('pages by number and by cursor, and both kinds of file', async () => {
    const first = await talk.call<{ next: string | null; count?: number }>(`${name}_list`, {
      query: '?cursor=&page_size=1',
    });
    expect(first.body.count).toBeUndefined();
    if (first.body.next) await talk.call(`${name}_list`, { query: new URL(first.body.next).search });
    expect((await talk.call(`${name}_list`, { query: '?page=2&page_size=1' })).body.previous).toContain('page=1');
    for (const format of ['csv', 'xlsx'])
      expect((await talk.call(`${name}_export`, { query: `?format=${format}` })).status).toBe(200);
  });

  test('what is not there, and what nobody signed in asks for', async () => {
    for (const verb of ['retrieve', 'historique'])
      expect((await talk.call(`${name}_${verb}`, { id: 999_999_999 })).status).toBe(404);
    const as = talk.api.anonymous;
    for (const verb of ['list', 'retrieve', 'agregats', 'export', 'historique'])
      expect((await talk.call(`${name}_${verb}`, { as })).status).toBe(401);
  });
});

const lookups: Lookup[] = [
  'exact',
  'ne',
  'in',
  'gt',
  'gte',
  'lt',
  'lte',
  'range',
  'icontains',
  'istartswith',
  'isnull',
];
const allFilters = ({ fields }: Resource): string[] =>
  [...fields.keys()].flatMap((field) => lookups.map((lookup) => (lookup === 'exact' ? field : `${field}__${lookup}`)));

test('without the right, reading is refused', async () => {
  const as = await talk.api.as(talk.api.people.awa);
  for (const verb of ['list', 'retrieve', 'agregats', 'export', 'historique'])
    expect((await talk.call(`journal_${verb}`, { as })).status).toBe(403);
});

test('the document describes itself, in the language asked for', async () => {
  const as = talk.api.anonymous;
  const fr = await talk.call<typeof document>('service_schema', { as });
  expect(fr.body.info.title).toBe('API de Guichet');
  expect((await talk.call<typeof document>('service_schema', { as, query: '?langue=en' })).body.info.title).toBe(
    'Guichet API',
  );
  expect(
    (await talk.call<typeof document>('service_schema', { as, headers: { 'accept-language': 'en' } })).body.info.title,
  ).toBe('Guichet API');
  for (const query of ['?langue=de', '?lang=fr'])
    expect((await talk.call('service_schema', { as, query })).status).toBe(400);
  const again = await as('GET', '/schema', undefined, { 'if-none-match': fr.headers.get('etag') ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
  await talk.call('service_postman', { as });
  await talk.call('service_health', { as });
});

const nested = operations.filter(
  ({ method, path }) =>
    method === 'get' && /^\/\w+\/{id}\/\w+$/.test(path) && named.some(([name]) => path.endsWith(`/${name}`)),
);

test.each(nested.map(({ id }) => id))('%s: what belongs to a row, filtered and page by page', async (id) => {
  const page = await talk.call<{ count: number; results: { id: number }[] }>(id);
  expect(page.body.count).toBeGreaterThan(0);
  const [row] = page.body.results;
  expect((await talk.call<{ count: number }>(id, { query: `?id__ne=${row?.id}` })).body.count).toBe(
    page.body.count - 1,
  );
  expect((await talk.call<{ results: [] }>(id, { query: '?page=9&page_size=1' })).body.results).toEqual([]);
  expect((await talk.call(id, { query: '?inconnu=1' })).status).toBe(400);
  expect((await talk.call(id, { id: 999_999_999 })).status).toBe(404);
  expect((await talk.call(id, { as: talk.api.anonymous })).status).toBe(401);
});

test('a devis is compared with another of its opportunité', async () => {
  expect((await talk.call('devis_comparer')).status).toBe(200);
  expect((await talk.call('devis_comparer', { query: `?avec=${talk.ids.devis}` })).status).toBe(200);
  for (const query of ['?avec=999999999', '?avec=x', '?autre=1'])
    expect((await talk.call('devis_comparer', { query })).status, query).toBe(400);
  expect((await talk.call('devis_comparer', { id: 999_999_999 })).status).toBe(404);
  expect((await talk.call('devis_comparer', { as: talk.api.anonymous })).status).toBe(401);
});

test.each(['bordereaux_pdf', 'devis_pdf'])('%s: a paper is printed for who may read what it tells', async (paper) => {
  expect((await talk.call(paper)).status).toBe(200);
  expect((await talk.call(paper, { id: 999_999_999 })).status).toBe(404);
  expect((await talk.call(paper, { as: talk.api.anonymous })).status).toBe(401);
});

test('the file of a document is opened by who may', async () => {
  expect((await talk.call('documents_fichier')).headers.get('content-type')).toBe('application/pdf');
  expect((await talk.call('documents_fichier', { id: 999_999_999 })).status).toBe(404);
  expect((await talk.call('documents_fichier', { as: talk.api.anonymous })).status).toBe(401);
  expect((await talk.call('documents_fichier', { as: await talk.as('esther') })).status).toBe(403);
});

test('every figure is read, refused in each way, and its news are heard', async () => {
  const figures = operations.filter(({ id }) => id.startsWith('dashboard_') && id !== 'dashboard_flux');
  expect(figures.length).toBeGreaterThan(20);
  for (const { id } of figures) {
    expect((await talk.call(id)).status).toBe(200);
    expect((await talk.call(id, { query: '?inconnu=1' })).status).toBe(400);
    expect((await talk.call(id, { as: talk.api.anonymous })).status).toBe(401);
    if (id === 'dashboard_index') continue;
    const query = `?du=2026-01-01&au=2026-03-31&succursale_id=${talk.ids.succursales}`;
    expect((await talk.call(id, { query })).status).toBe(200);
    expect((await talk.call(id, { query: '?succursale_id=999999999' })).status).toBe(404);
  }
  expect((await talk.call('dashboard_mouvements', { as: await talk.as('awa') })).status).toBe(403);
  expect((await talk.call('dashboard_flux', { query: '?inconnu=1' })).status).toBe(400);
  expect((await talk.call('dashboard_flux', { as: talk.api.anonymous })).status).toBe(401);
  talk.succeeded.add('dashboard_flux');
});

test('every report is read, and its files', () => readReports(talk, document));

test('every operation that reads has succeeded', () => {
  const reading = operations.filter(
    ({ method, path, operation }) =>
      method === 'get' && !path.startsWith('/auth/') && !operation.tags.includes('borne'),
  );
  expect(reading.map(({ id }) => id).filter((id) => !talk.succeeded.has(id))).toEqual([]);
});
