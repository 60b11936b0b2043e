import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { createApp } from '../app.ts';
import { serverOf } from '../server.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';
import { abonnementDuNavigateur } from './push.fixture.ts';

let borne: Borne;
let jean: Send;
let marie: Send;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  await borne.oublier();
  await borne.db.rows('delete from abonnements_push');
  jean = await borne.as(JEAN, { canal: 'espace' });
  marie = await borne.as(MARIE, { canal: 'espace' });
});

interface Pris {
  sujets: string[];
  expire_le: string;
  errors: Record<string, string[]>;
  message: string;
}
const PATH = '/borne/push/abonnements';
const post = (send: Send, body: object, headers?: Record<string, string>) => send<Pris>('POST', PATH, body, headers);
type Agreed = ReturnType<typeof abonnementDuNavigateur> & { consentement: boolean; sujets?: string[] };
const agreed = (more: object = {}): Agreed => ({ ...abonnementDuNavigateur(), consentement: true, ...more });
const rows = () =>
  borne.db.rows<{ client_id: number; endpoint: string; langue: string; sujets: string[] }>(
    'select client_id, endpoint, langue, sujets from abonnements_push order by id',
  );

test('a browser subscribes with our key', async () => {
  const { status, body } = await jean<{ cle: string }>('GET', '/borne/push/cle');
  expect(status).toBe(200);
  expect(Buffer.from(body.cle, 'base64url')).toHaveLength(65);
});

describe('a client who agrees', () => {
  test('is told of everything unless they say of what, for sixty days', async () => {
    const own = agreed();
    const { status, body, headers } = await post(jean, own, { 'accept-language': 'en' });
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(body.sujets).toEqual(['echeances', 'paiements', 'annonces']);
    expect((Date.parse(body.expire_le) - Date.now()) / 86_400_000).toBeCloseTo(60, 1);
    expect(await rows()).toEqual([
      { client_id: borne.jean, endpoint: own.endpoint, langue: 'en', sujets: body.sujets },
    ]);
  });

  test('confirms at each opening without a change, and changes by asking again', async () => {
    const own = agreed({ sujets: ['paiements', 'paiements'] });
    expect((await post(jean, own)).body.sujets).toEqual(['paiements']);
    await borne.db.rows(`update abonnements_push set expire_le = now() + interval '1 day', echecs = 2`);
    const { sujets: _, ...opening } = own;
    const confirmed = await post(jean, opening);
    expect([confirmed.status, confirmed.body.sujets]).toEqual([200, ['paiements']]);
    expect((Date.parse(confirmed.body.expire_le) - Date.now()) / 86_400_000).toBeCloseTo(60, 1);
    const changed = await post(jean, { ...own, sujets: ['echeances', 'annonces'] });
    expect([changed.status, changed.body.sujets]).toEqual([200, ['echeances', 'annonces']]);
    expect(await rows()).toHaveLength(1);
  });

  test('on a telephone of somebody else takes it over: the former one hears nothing more', async () => {
    const own = agreed({ sujets: ['paiements'] });
    await post(jean, own);
    const taken = await post(marie, agreed({ ...own, sujets: undefined }));
    expect([taken.status, taken.body.sujets]).toEqual([201, ['echeances', 'paiements', 'annonces']]);
    expect(await rows()).toMatchObject([{ client_id: borne.marie }]);
  });

  test('has five telephones at most: the one that was confirmed the longest ago goes', async () => {
    const all = Array.from({ length: 5 }, () => agreed());
    for (const each of all) expect((await post(jean, each)).status).toBe(201);
    await post(jean, all[0] as object);
    expect((await post(jean, agreed())).status).toBe(201);
    const left = (await rows()).map(({ endpoint }) => endpoint);
    expect(left).toHaveLength(5);
    expect(left).toContain(all[0]?.endpoint);
    expect(left).not.toContain(all[1]?.endpoint);
  });

  test('keeps to five with twenty at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(jean, agreed())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await rows()).toHaveLength(5);
  });

  test('is in the journal with it, and with taking it back; where it reaches is not', async () => {
    const own = agreed();
    await post(jean, own);
    await post(jean, own);
    await jean('DELETE', PATH, { endpoint: own.endpoint });
    const lines = await borne.db.rows<{ action: string }>(
      `select action, auteur, surface, ressource, objet_id, details from journal
       where action like '%-notifications' order by id desc limit 2`,
    );
    const line = { auteur: 'KONGO Jean Baptiste', surface: 'borne', ressource: 'clients', objet_id: borne.jean };
    expect(lines).toMatchObject([
      { ...line, action: 'refuser-notifications' },
      { ...line, action: 'accepter-notifications' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('googleapis');
  });
});

describe('a client who takes it back', () => {
  test('hears nothing more; asked again there is nothing to do', async () => {
    const { endpoint } = agreed();
    await post(jean, agreed({ endpoint }));
    for (let n = 0; n < 2; n++) expect((await jean('DELETE', PATH, { endpoint })).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  test('cannot do it for another, and is not told whether there was anything', async () => {
    const { endpoint } = agreed();
    await post(marie, agreed({ endpoint }));
    expect((await jean('DELETE', PATH, { endpoint })).status).toBe(204);
    expect(await rows()).toHaveLength(1);
  });
});

test('the same request twice, with its key, is answered the same', async () => {
  const [own, headers] = [agreed(), { 'idempotency-key': 'push-1' }];
  const [first, again] = [await post(jean, own, headers), await post(jean, own, headers)];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
});

const point = Buffer.alloc(65, 7).fill(4, 0, 1).toString('base64url');
test.each<[string, object, string]>([
  ['without consent', { consentement: false }, 'consentement'],
  ['with a consent that is none', { consentement: 'oui' }, 'consentement'],
  ['to our own network', { endpoint: 'https://10.0.0.1/x' }, 'endpoint'],
  ['to a service that nobody knows', { endpoint: 'https://fcm.googleapis.com.evil.org/x' }, 'endpoint'],
  ['in clear', { endpoint: 'http://fcm.googleapis.com/x' }, 'endpoint'],
  ['to nowhere', { endpoint: '' }, 'endpoint'],
  ['with a point beside the curve', { keys: { ...abonnementDuNavigateur().keys, p256dh: point } }, 'keys.p256dh'],
  ['with a short point', { keys: { ...abonnementDuNavigateur().keys, p256dh: 'AAAA' } }, 'keys.p256dh'],
  ['with a short secret', { keys: { ...abonnementDuNavigateur().keys, auth: 'AAAA' } }, 'keys.auth'],
  ['of nothing', { sujets: [] }, 'sujets'],
  ['of something else', { sujets: ['sinistres'] }, 'sujets.0'],
  ['for somebody else', { client_id: 1 }, 'client_id'],
])('nobody subscribes %s', async (_name, wrong, field) => {
  const { status, body } = await post(jean, agreed(wrong));
  expect([status, Object.keys(body.errors)]).toEqual([400, [field]]);
  expect(body.errors[field]?.[0]).toMatch(/[a-zéè]{3}/);
  expect(await rows()).toEqual([]);
});

test('nobody without a client’s token, staff included', async () => {
  const mireille = await borne.api.as(borne.api.people.mireille);
  for (const send of [borne.api.anonymous, mireille]) {
    expect([401, 404]).toContain((await send('GET', '/borne/push/cle')).status);
    expect([401, 404]).toContain((await post(send, agreed())).status);
    expect([401, 404]).toContain((await send('DELETE', PATH, { endpoint: 'x' })).status);
  }
});

test('where push is off, it says so', async () => {
  const { guichet } = borne.api;
  const config = { ...guichet.config, NODE_ENV: 'production' as const };
  const server = serverOf(createApp({ ...guichet, config })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  const { body } = await borne.login(JEAN);
  const headers = { authorization: `Bearer ${body.tokens.access}`, 'content-type': 'application/json' };
  const asked = await fetch(`${origin}/borne/push/cle`, { headers });
  expect([asked.status, ((await asked.json()) as Pris).message]).toEqual([
    409,
    'Les notifications ne sont pas en service ici.',
  ]);
  const subscribed = await fetch(origin + PATH, { method: 'POST', headers, body: JSON.stringify(agreed()) });
  expect(subscribed.status).toBe(409);
  server.closeAllConnections();
  server.close();
});
