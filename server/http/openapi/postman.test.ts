import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestApi, testApi } from '../../../tests/api.ts';
import { PASSWORD } from '../../../tests/cast.ts';
import { aujourdhui, plusJours } from '../../core/jours.ts';
import { surveille } from '../../features/assurance/mobile-money/exemple.fixture.ts';
import { partlyPaid } from '../../features/assurance/sinistres/exemple.fixture.ts';
import { cultive } from '../../features/crm/exemple.fixture.ts';
import { exporte, rapporte } from '../../features/rapports/exemple.fixture.ts';
import { resources } from '../../features.ts';
import { live } from './conformance/lived.fixture.ts';
import { PAPIER, papier } from './conformance/papier.fixture.ts';
import { remit } from './conformance/remitted.fixture.ts';
import { sell } from './conformance/sold.fixture.ts';
import type { PostmanCollection } from './postman.ts';
import type { PostmanItem } from './postman-request.ts';

let api: TestApi;
let collection: PostmanCollection;
beforeAll(async () => {
  api = await testApi();
  collection = (await api.anonymous<PostmanCollection>('GET', '/postman?langue=fr')).body;
});
afterAll(() => api.close());

/** The parts of Postman's collection format v2.1 that we use; anything else would be a slip. */
const pair = z.strictObject({
  key: z.string().min(1),
  value: z.string(),
  description: z.string().optional(),
  disabled: z.boolean().optional(),
});
const item = z.strictObject({
  name: z.string().min(1),
  event: z
    .array(
      z.strictObject({
        listen: z.enum(['test', 'prerequest']),
        script: z.strictObject({ type: z.literal('text/javascript'), exec: z.array(z.string()) }),
      }),
    )
    .optional(),
  request: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    description: z.string().optional(),
    auth: z.strictObject({ type: z.literal('noauth') }).optional(),
    header: z.array(pair),
    url: z.strictObject({
      raw: z.string().startsWith('{{baseUrl}}/'),
      host: z.tuple([z.literal('{{baseUrl}}')]),
      path: z.array(z.string()),
      query: z.array(pair),
    }),
    body: z
      .discriminatedUnion('mode', [
        z.strictObject({
          mode: z.literal('raw'),
          raw: z.string(),
          options: z.strictObject({ raw: z.strictObject({ language: z.literal('json') }) }),
        }),
        z.strictObject({ mode: z.literal('urlencoded'), urlencoded: z.array(pair) }),
        z.strictObject({ mode: z.literal('file'), file: z.strictObject({ src: z.null() }) }),
      ])
      .optional(),
  }),
  response: z.array(z.never()),
});
const variable = z.strictObject({ key: z.string(), value: z.string(), type: z.literal('string') });
const format = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    version: z.string(),
    schema: z.literal('https://schema.getpostman.com/json/collection/v2.1.0/collection.json'),
  }),
  auth: z.strictObject({ type: z.literal('bearer'), bearer: z.array(variable) }),
  variable: z.array(variable),
  item: z.array(z.strictObject({ name: z.string(), description: z.string(), item: z.array(item).min(1) })),
});

/**
 * Runs requests as Postman would: variables filled in, what is switched off left out, scripts run on the answer.
 * @param file what is chosen where a file is asked for
 */
function postman(given: Record<string, string>, file = PAPIER) {
  const variables = new Map([
    ...collection.variable.map(({ key, value }) => [key, value] as const),
    ...Object.entries(given),
  ]);
  const fill = (text: string) =>
    text.replace(/\{\{([\w$]+)\}\}/g, (_, name: string) => variables.get(name) ?? `{{${name}}}`);
  const on = <T extends { key: string; value: string }>(pairs: T[]) =>
    pairs.filter((each) => !('disabled' in each)).map(({ key, value }) => [key, fill(value)] as [string, string]);

  const bodyOf = (body: PostmanItem['request']['body']) => {
    if (body?.mode === 'raw') return fill(body.raw);
    if (body?.mode === 'file') return file;
    return body && new URLSearchParams(on(body.urlencoded));
  };

  async function run({ request: { method, url, header, body, auth }, event = [] }: PostmanItem) {
    const headers = Object.fromEntries(on(header));
    if (!auth) headers.authorization = fill('Bearer {{token}}');
    const query = new URLSearchParams(on(url.query)).toString();
    const response = await fetch(`${fill(url.raw)}${query && `?${query}`}`, {
      method,
      headers,
      body: bodyOf(body),
    });
    const text = await response.text();
    const pm = {
      response: { code: response.status, json: () => JSON.parse(text) },
      collectionVariables: { set: (name: string, value: string) => void variables.set(name, value) },
    };
    for (const { script } of event) runInNewContext(script.exec.join('\n'), { pm });
    return { status: response.status, text };
  }
  return { run, variables };
}

const requests = () =>
  collection.item.flatMap((folder) => folder.item.map((each) => ({ folder: folder.name, request: each })));
const named = (folder: string, name: string): PostmanItem => {
  const found = requests().find((each) => each.folder === folder && each.request.name === name);
  if (!found) throw new Error(`there is no request ${folder} / ${name}`);
  return found.request;
};

test('it is a collection of the format v2.1', () => {
  expect(format.safeParse(collection).error?.issues).toBeUndefined();
  expect(collection.variable.find(({ key }) => key === 'baseUrl')?.value).toBe(`${api.origin}/api/v1`);
  expect(collection.variable.every(({ key, value }) => key !== 'password' || value === '')).toBe(true);
});

test('it has a folder per resource, with names that people read', async () => {
  const names = collection.item.map(({ name }) => name);
  const resourceNames = resources.map(({ messages }) => messages.fr.many);
  expect(resourceNames).toContain('Bordereaux de reversement');
  expect(names).toEqual([
    'Connexion',
    ...resourceNames,
    'Tableaux de bord',
    'Rapports',
    'Borne et espace client',
    'USSD et chatbot',
    'Service',
  ]);
  const english = await api.anonymous<PostmanCollection>('GET', '/postman?langue=en');
  expect(english.body.item.map(({ name }) => name)).toContain('API keys');
});

test('signing in keeps the tokens, and renewing takes their place', async () => {
  const { run, variables } = postman({ email: api.people.mireille.email, password: PASSWORD });
  expect((await run(named('Connexion', 'Se connecter'))).status).toBe(200);
  const first = variables.get('token');
  expect(first).toMatch(/^ey/);
  expect((await run(named('Connexion', 'Renouveler les jetons'))).status).toBe(200);
  expect(variables.get('refresh')).not.toBe('');
  expect((await run(named('Connexion', 'Qui suis-je, et que puis-je faire ?'))).status).toBe(200);
});

test('every GET request answers 200 to Mireille', async () => {
  const send = await api.as(api.people.mireille);
  const succursale_id = api.people.douala;
  const client = { nom: 'KONGO', prenom: 'Jean Baptiste', succursale_id };
  const client_id = (await send<{ id: number }>('POST', '/clients', client)).body.id;
  const sold = await sell(send, client_id);
  await remit(send, api.db, { ...sold, clients: client_id, succursale_id });
  const { sinistres } = await partlyPaid(api.db, client_id, succursale_id, 'KONGO');
  await papier(send, sinistres);
  await live(send, client_id);
  await surveille(api.db.rows, sold.souscriptions, 'KONGO');
  const chez = { client_id, succursale_id, utilisateur_id: api.people.paul.id };
  await cultive(api.db.database, chez, 'KONGO');
  await rapporte(api.db.rows, chez, 'KONGO');
  await exporte(api.db.rows, api.guichet.stockage, await api.people.mireille.caller());
  await send('POST', '/agents', { nom: 'MOUKOKO', telephone: '05 987 65 43', succursale_id });
  await send('POST', '/bornes', { nom: 'Hall d’accueil, Douala', succursale_id });
  await send('POST', '/annonces', { titre: 'Fermeture', contenu: 'Samedi.', debut: aujourdhui() });
  const key = { nom: 'USSD', expire_le: plusJours(aujourdhui(), 30), motif: 'passerelle' };
  expect((await send('POST', `/utilisateurs/${api.people.paul.id}/emettre-cle`, key)).status).toBe(200);

  const { run } = postman({ email: api.people.mireille.email, password: PASSWORD });
  await run(named('Connexion', 'Se connecter'));
  const got: Record<string, number> = {};
  for (const { folder, request } of requests()) {
    // What a client’s token opens is not Mireille’s.
    if (folder === 'Borne et espace client') continue;
    // News have no end.
    if (request.request.url.path.at(-1) === 'flux') continue;
    if (request.request.method === 'GET') got[`${folder} / ${request.name}`] = (await run(request)).status;
  }
  expect(Object.keys(got).length).toBeGreaterThan(35);
  expect(Object.entries(got).filter(([, status]) => status !== 200)).toEqual([]);
});

test('a file is sent as the bytes that one chooses, of the kind that one switches on', async () => {
  const { run } = postman({ email: api.people.mireille.email, password: PASSWORD });
  await run(named('Connexion', 'Se connecter'));
  await run(named('Sinistres', 'Lister : sinistres'));
  const request = structuredClone(named('Sinistres', 'Déposer un document au guichet'));
  expect(request.request.body).toEqual({ mode: 'file', file: { src: null } });
  expect((await run(request)).status).toBe(415);
  for (const each of request.request.header)
    if (each.value === 'application/pdf') Reflect.deleteProperty(each, 'disabled');
    else Object.assign(each, { disabled: true });
  expect((await run(request)).status).toBe(201);
});

test('a client is created, changed, put aside, restored and destroyed without copying an id', async () => {
  const { run, variables } = postman({
    email: api.people.mireille.email,
    password: PASSWORD,
    succursales_id: String(api.people.douala),
  });
  await run(named('Connexion', 'Se connecter'));
  const before = variables.get('clients_id');
  const statuses: [string, number][] = [];
  for (const name of [
    'Créer',
    'Remplacer',
    'Modifier',
    'Supprimer',
    'Restaurer',
    'Supprimer',
    'Détruire définitivement',
  ]) {
    statuses.push([name, (await run(named('Clients', `${name} : client`))).status]);
  }
  expect(statuses.map(([, status]) => status)).toEqual([201, 200, 200, 204, 200, 204, 204]);
  expect(variables.get('clients_id')).not.toBe(before);
});
