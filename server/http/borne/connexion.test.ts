import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeClient } from '../../features/clients/factory.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';

let borne: Borne;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  await borne.oublier();
  await borne.parametre('borne.code', 'ecritures');
});

const inactive = async (police: string, statut: string, telephone: string) => {
  const client_id = await makeClient(borne.db.database, {
    nom: police,
    telephone,
    succursale_id: borne.api.people.siege,
  });
  const id = await borne.contrat({ client_id, police });
  await borne.db.rows('update souscriptions set statut = $2 where id = $1', [id, statut]);
  return { police, telephone };
};

describe('signing in by police and telephone', () => {
  test.each([
    ['as it is stored', JEAN],
    ['with spaces, and small letters', { police: ' pol001 ', telephone: '06 123 45 67' }],
    ['with the country', { police: 'POL002', telephone: '+242 06 123 45 67' }],
  ])('%s', async (_, typed) => {
    const { status, body, headers } = await borne.login(typed);
    expect(status).toBe(200);
    expect(body.client).toEqual({ nom: 'KONGO', prenom: 'Jean Baptiste', telephone: '+242 06 *** ** 67' });
    expect(body.polices.map(({ police }) => police).sort()).toEqual(['POL001', 'POL002']);
    expect(headers.get('cache-control')).toBe('no-store');
    const send = borne.api.withToken(body.tokens.access);
    expect((await send('GET', '/clients/POL001/dashboard')).status).toBe(200);
    expect((await send('GET', '/api/clients/POL001/dashboard/')).status).toBe(200);
  });

  test('unknown police, wrong telephone, contrat not in force: the same bytes', async () => {
    const answers = [
      await borne.login({ police: 'POL999', telephone: JEAN.telephone }),
      await borne.login({ police: 'POL001', telephone: MARIE.telephone }),
      await borne.login({ police: 'POL999', telephone: '+242069999999' }),
      await borne.login(await inactive('POLSUSP', 'suspendue', '+242064000001')),
      await borne.login(await inactive('POLRES', 'resiliee', '+242064000002')),
      await borne.login({ ...JEAN, telephone: MARIE.telephone, code: { id: 'x', code: '1' } }),
      await borne.login({ ...JEAN, code: { id: '00000000-0000-4000-8000-000000000000', code: '123456' } }),
    ];
    const told = ({ status, text, headers }: (typeof answers)[number]) => ({
      status,
      text,
      headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    });
    for (const answer of answers) expect(told(answer)).toEqual(told(answers[0] as (typeof answers)[number]));
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.text).toContain('Numéro de police, téléphone ou code incorrect');
  });

  test('none of them is answered sooner than the others', async () => {
    const times: number[] = [];
    for (const body of [
      { ...JEAN, police: 'POL999' },
      { ...JEAN, telephone: MARIE.telephone },
    ]) {
      const before = performance.now();
      await borne.login(body);
      times.push(performance.now() - before);
    }
    for (const time of times) expect(time).toBeGreaterThanOrEqual(195);
  });

  test('each attempt is in the journal, with its terminal and without the telephone', async () => {
    const last = async () => (await borne.db.rows('select * from journal order by id desc limit 1'))[0];
    await borne.login({ ...JEAN, telephone: MARIE.telephone }, { 'X-Terminal': 'B-12' });
    const failed = { action: 'connexion', resultat: 'refuse', objet: 'POL001', objet_id: borne.jean, surface: 'borne' };
    expect(await last()).toMatchObject({ ...failed, details: { terminal: 'B-12' } });
    expect(JSON.stringify(await last())).not.toContain('9876543');
    await borne.login(JEAN);
    expect(await last()).toMatchObject({ ...failed, resultat: 'reussi' });
    await borne.login({ ...JEAN, police: 'POL999' });
    expect(await last()).toMatchObject({ resultat: 'refuse', objet: 'POL999', objet_id: null });
  });

  test.each([
    [{ police: 'POL001' }, 'telephone'],
    [{ telephone: '06 123 45 67' }, 'police'],
    [{ police: 'POL001', telephone: '12' }, 'telephone'],
    [{ police: 5, telephone: '06 123 45 67' }, 'police'],
    [{ ...JEAN, cookies: true }, 'cookies'],
    [{ ...JEAN, canal: 'ussd' }, 'canal'],
    [{ ...JEAN, code: '123456' }, 'code'],
  ])('%j is refused by the name of the field', async (body, field) => {
    const answer = await borne.api.anonymous<{ errors: object }>('POST', '/auth/login', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveProperty(field);
  });
});

describe('attempts are counted', () => {
  const MANY = 40;
  const several = (make: (n: number) => object, terminal?: (n: number) => string) =>
    Promise.all(
      Array.from({ length: MANY }, (_, n) =>
        borne.login(make(n), terminal ? { 'X-Terminal': terminal(n) } : undefined).then(({ status }) => status),
      ),
    );
  const frein = (name: string) => `adresse:${createHash('sha256').update(name).digest('base64url')}`;
  const looked = (statuses: number[]) => statuses.filter((status) => status !== 429).length;

  test('for a police, whoever tries', async () => {
    const tried = several((n) => ({ police: 'POL001', telephone: `+24206400${String(n).padStart(4, '0')}` }));
    expect(looked(await tried)).toBeLessThanOrEqual(6);
    const right = await borne.login(JEAN);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    await borne.db.rows(`delete from freins where cle like 'adresse:%'`);
    expect((await borne.login({ ...JEAN, police: 'POL002' })).status).toBe(200);
  });

  test('for a telephone, whatever the police', async () => {
    const tried = several((n) => ({ police: `POL9${n}`, telephone: JEAN.telephone }));
    expect(looked(await tried)).toBeLessThanOrEqual(6);
    await borne.db.rows(`delete from freins where cle like 'adresse:%'`);
    expect((await borne.login(JEAN)).status).toBe(429);
    expect((await borne.login(MARIE)).status).toBe(200);
  });

  test.each([
    ['a terminal', 'terminal:B-1', 'borne:127.0.0.1'],
    ['an address', 'borne:127.0.0.1', 'terminal:B-1'],
  ])('for %s, whatever is tried there', async (_, counted, other) => {
    const pairs = (n: number) => ({ police: `POL8${n}`, telephone: `+24206500${String(n).padStart(4, '0')}` });
    expect(looked(await several(pairs, () => 'B-1'))).toBeLessThanOrEqual(31);
    // The one that is looked at first keeps the other from counting further: it steps aside.
    await borne.db.rows('delete from freins where cle = $1', [frein(other)]);
    await several(pairs, () => 'B-1');
    await borne.db.rows('delete from freins where cle = $1', [frein(other)]);
    const held = `update freins set libre_le = now() + interval '1 minute' where cle = $1 and echecs >= 30 returning cle`;
    expect(await borne.db.rows(held, [frein(counted)])).toHaveLength(1);
    const here = (await borne.login(JEAN, { 'X-Terminal': 'B-1' })).status;
    await borne.db.rows('delete from freins where cle = $1', [frein(counted)]);
    expect([here, (await borne.login(JEAN, { 'X-Terminal': 'B-1' })).status]).toEqual([429, 200]);
  });

  test('those who get in give their attempt back', async () => {
    for (let n = 0; n < 12; n++) expect((await borne.login(JEAN, { 'X-Terminal': 'B-2' })).status).toBe(200);
  });
});
