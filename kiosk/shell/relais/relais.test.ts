import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GARDE } from './jetons.ts';
import { ouvrirRelais, type Relais } from './relais.ts';
import { openServeur, type Recue } from './serveur.fixture.ts';

const ACCES = 'eyJ.acces.vrai';
const RENOUVELLEMENT = 'renouvellement-vrai';
const noter = vi.fn();

let serveur: Awaited<ReturnType<typeof openServeur>>;
let relais: Relais;
beforeEach(async () => {
  noter.mockClear();
  serveur = await openServeur();
  relais = ouvrirRelais({ serveur: serveur.origine, jetonBorne: () => 'jeton-de-la-borne', version: '1.4.0', noter });
});
afterEach(() => serveur.close());

const ask = (path: string, init: RequestInit = {}) => relais.relayer(new Request(`app://guichet/api/v1${path}`, init));
const post = (path: string, body: unknown, headers = {}) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const bearer = { authorization: `Bearer ${GARDE}` };

async function signIn() {
  serveur.json({ tokens: { access: ACCES, refresh: RENOUVELLEMENT }, client: { nom: 'KONGO' } });
  return post('/auth/login', { police: 'POL001', telephone: '061234567' });
}

describe('tokens', () => {
  test('never reach the screens, who sign in all the same', async () => {
    const answer = await signIn();
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({ tokens: { access: GARDE, refresh: GARDE }, client: { nom: 'KONGO' } });
    expect(text).not.toContain(ACCES);
    expect(JSON.parse(serveur.recues[0]?.corps ?? '')).toEqual({ police: 'POL001', telephone: '061234567' });
  });

  test.each(['/auth/login/', '/AUTH/Login', '/auth/Refresh/'])(
    'nor when the screens write the path as %s, which is the same to the server',
    async (path) => {
      serveur.json({ tokens: { access: ACCES, refresh: RENOUVELLEMENT } });
      expect(await (await post(path, {})).json()).toEqual({ tokens: { access: GARDE, refresh: GARDE } });
    },
  );

  test('are put where the screens put their stand-in', async () => {
    await signIn();
    await ask('/clients/POL001', { headers: bearer });
    await ask('/borne/produits');
    const [, own, open] = serveur.recues;
    expect(own?.headers.authorization).toBe(`Bearer ${ACCES}`);
    expect(open?.headers.authorization).toBeUndefined();
  });

  test('are renewed without the screens seeing either', async () => {
    await signIn();
    serveur.json({ tokens: { access: 'acces-neuf', refresh: 'renouvellement-neuf' } });
    const answer = await post('/auth/refresh', { refresh: GARDE });
    expect(await answer.json()).toEqual({ tokens: { access: GARDE, refresh: GARDE } });
    await post('/auth/refresh', { refresh: GARDE });
    expect(serveur.recues.slice(1).map(({ corps }) => JSON.parse(corps).refresh)).toEqual([
      RENOUVELLEMENT,
      'renouvellement-neuf',
    ]);
  });

  test('that the screens bring from elsewhere are not passed on', async () => {
    await ask('/clients/POL001', { headers: { authorization: 'Bearer volé' } });
    await ask('/clients/POL001', { headers: bearer });
    expect(serveur.recues.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test('a wrong answer to who signs in is given as it is', async () => {
    serveur.json({ code: 'non_identifie' }, 401);
    expect(await (await post('/auth/login', { police: 'POL001' })).json()).toEqual({ code: 'non_identifie' });
  });
});

describe('what passes', () => {
  test('is the terminal’s own token, and the few headers that the API reads', async () => {
    await ask('/borne/produits?langue=%C3%A9', {
      headers: {
        'accept-language': 'fr',
        cookie: 'a=b',
        origin: 'app://guichet',
        'x-borne': 'autre',
        'x-forwarded-for': '1',
      },
    });
    const { url, headers } = serveur.recues[0] as Recue;
    expect(url).toBe('/api/v1/borne/produits?langue=%C3%A9');
    expect(headers).toMatchObject({ 'x-borne': 'jeton-de-la-borne', 'accept-language': 'fr' });
    expect(headers['user-agent']).toBe('Guichet-Borne/1.4.0');
    for (const name of ['cookie', 'origin', 'x-forwarded-for']) expect(headers[name], name).toBeUndefined();
  });

  test('back is the answer without cookies, kept nowhere', async () => {
    serveur.json({ ok: true }, 409, { 'Set-Cookie': ['sid=1'], 'Retry-After': '7', Server: 'x' });
    const answer = await ask('/borne/produits');
    expect([answer.status, await answer.json()]).toEqual([409, { ok: true }]);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'retry-after': '7',
      'x-content-type-options': 'nosniff',
    });
    await ask('/borne/produits');
    expect(serveur.recues[1]?.headers.cookie).toBeUndefined();
  });

  test.each([204, 205, 304])('an answer %i has no body', async (status) => {
    serveur.repondre((_, res) => void res.writeHead(status).end());
    expect((await post('/auth/presence', {})).status).toBe(status);
  });

  test('are bytes as they are, up to what two documents weigh', async () => {
    await ask('/contrats/POL001/pieces', {
      method: 'POST',
      body: new Uint8Array([1, 2, 3]),
      headers: { 'content-type': 'image/png' },
    });
    expect(serveur.recues[0]).toMatchObject({ corps: '\u0001\u0002\u0003', headers: { 'content-type': 'image/png' } });
    const big = await ask('/contrats/POL001/pieces', { method: 'POST', body: new Uint8Array(12 * 1024 * 1024 + 1) });
    expect([big.status, serveur.recues.length]).toEqual([413, 1]);
  });

  test.each([
    ['GET', '/../admin'],
    ['GET', '/..%2f..%2fadmin'],
    ['GET', '//evil.example/'],
    ['POST', '/borne/terminal/contact'],
    ['POST', '/borne/terminal/enroler'],
    ['POST', '/Borne/TERMINAL/enroler/'],
    ['OPTIONS', '/borne/produits'],
  ])('is not %s %s', async (method, path) => {
    const answer = await ask(path, { method });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'demande_refusee']);
    expect(serveur.recues).toEqual([]);
  });
});

describe('a server that does not answer', () => {
  test('is told in French, and in English to who reads English', async () => {
    await serveur.close();
    const fr = await ask('/borne/produits', { headers: { 'accept-language': 'fr' } });
    expect(fr.status).toBe(502);
    expect(fr.headers.get('content-type')).toMatch('application/problem+json');
    expect(await fr.json()).toMatchObject({
      code: 'serveur_injoignable',
      status: 502,
      message: expect.stringMatching(/^Le service/),
    });
    const en = await ask('/borne/produits', { headers: { 'accept-language': 'en' } });
    expect((await en.json()).message).toMatch(/^The service/);
    expect(noter).toHaveBeenCalledWith('serveur_injoignable', { raison: 'ECONNREFUSED' });
  });

  test('is given up after twenty seconds', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('too late')));
    expect((await ask('/borne/produits')).status).toBe(502);
    expect(timeout).toHaveBeenCalledWith(20_000);
    timeout.mockRestore();
  });

  test('is not looked for elsewhere', async () => {
    serveur.repondre((_, res) => void res.writeHead(302, { Location: 'https://evil.example/' }).end());
    expect((await ask('/borne/produits')).status).toBe(502);
  });
});

describe('a client who has left', () => {
  test('is signed out at the server, and their tokens open nothing', async () => {
    await signIn();
    relais.clore();
    relais.clore();
    await vi.waitFor(() => expect(serveur.recues).toHaveLength(2));
    expect(serveur.recues[1]).toMatchObject({
      methode: 'POST',
      url: '/api/v1/auth/logout',
      headers: { authorization: `Bearer ${ACCES}`, 'x-borne': 'jeton-de-la-borne' },
    });
    expect((await ask('/clients/POL001', { headers: bearer })).status).toBe(403);
    await expect(relais.document('/clients/POL001/releve.pdf')).rejects.toThrow();
    expect(serveur.recues).toHaveLength(2);
  });

  test('who signed out on the screens is not signed out again', async () => {
    await signIn();
    await ask('/auth/logout', { method: 'POST', headers: bearer });
    relais.clore();
    expect(serveur.recues.filter(({ url }) => url.endsWith('/logout'))).toHaveLength(1);
  });

  test('leaves nothing behind by an answer that comes too late', async () => {
    let release = () => {};
    serveur.repondre((_, res) => {
      release = () => void res.end(JSON.stringify({ tokens: { access: ACCES } }));
    });
    const late = post('/auth/login', { police: 'POL001', telephone: '1' });
    await vi.waitFor(() => expect(serveur.recues).toHaveLength(1));
    relais.clore();
    release();
    const answer = await late;
    expect([answer.status, (await answer.text()).includes(ACCES)]).toEqual([502, false]);
  });

  test('without the server hearing of it, is noted', async () => {
    await signIn();
    await serveur.close();
    relais.clore();
    await vi.waitFor(() =>
      expect(noter).toHaveBeenCalledWith('deconnexion_impossible', { raison: expect.any(String) }),
    );
  });
});

describe('a document', () => {
  test('is fetched with the client’s token', async () => {
    await signIn();
    await ask('/borne/produits', { headers: { 'accept-language': 'en' } });
    serveur.recues.pop();
    serveur.repondre((_, res) => void res.end('%PDF-1.7'));
    expect(Buffer.from(await relais.document('/contrats/POL001/releve.pdf')).toString()).toBe('%PDF-1.7');
    expect(serveur.recues[1]).toMatchObject({ url: '/api/v1/contrats/POL001/releve.pdf', methode: 'GET' });
    expect(serveur.recues[1]?.headers).toMatchObject({ authorization: `Bearer ${ACCES}`, 'accept-language': 'en' });
  });

  test('that the server refuses is none', async () => {
    await signIn();
    serveur.json({}, 404);
    await expect(relais.document('/contrats/POL001/releve.pdf')).rejects.toThrow('404');
  });

  test('of nobody is not asked for', async () => {
    await expect(relais.document('/contrats/POL001/releve.pdf')).rejects.toThrow();
    expect(serveur.recues).toEqual([]);
  });
});
