import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { aujourdhui } from '../../core/jours.ts';
import { type Borne, JEAN, type Login, MARIE, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  await borne.db.rows('delete from codes');
  await borne.db.rows('delete from demandes_borne');
  await borne.oublier();
  await borne.parametre('borne.code', 'ecritures');
  await borne.parametre('borne.code_essais', 5);
  jean = await borne.as(JEAN);
});

type Code = { id: string; code: string };
interface Refused {
  code: string;
  but: string;
  errors: Record<string, string[]>;
}

const wrong = ({ id, code }: Code): Code => ({ id, code: String((Number(code) + 1) % 1_000_000).padStart(6, '0') });
const sinistre = (code?: Code, send = jean, jour = aujourdhui()) => {
  const body = { date_survenance: jour, lignes: [{ garantie: 'deces', demande: 1000 }], code };
  return send<Refused>('POST', '/contrats/POL001/sinistres', body);
};
const enfant = { nom: 'KONGO', prenom: 'Grâce', relation: 'enfant' };
const ajouter = (code?: Code, send = jean, headers?: Record<string, string>) =>
  send<Refused & { id: number }>('POST', '/contrats/POL001/beneficiaires', { ...enfant, code }, headers);
const count = async () =>
  (await borne.db.rows<{ n: number }>('select count(*)::int as n from beneficiaires where supprime_le is null'))[0]?.n;

describe('what changes rights', () => {
  test.each([
    ['beneficiaire', 'POST', '/contrats/POL001/beneficiaires', enfant],
    ['sinistre', 'POST', '/contrats/POL001/sinistres', { date_survenance: aujourdhui(), lignes: [] }],
    ['telephone', 'PUT', '/clients/POL001/telephone', { telephone: '06 999 00 00' }],
  ])('asks for a code: %s', async (but, method, path, body) => {
    const answer = await jean<Refused>(method, path, body);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'code_demande', but, errors: { code: [expect.any(String)] } });
  });

  test('the code goes to the telephone on file, masked in the answer', async () => {
    const { status, body } = await jean('POST', '/borne/codes', { but: 'beneficiaire' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ telephone: '+242 06 *** ** 67', demonstration: expect.stringMatching(/\d{6}/) });
    const [last] = (await borne.api.guichet.sms.derniers?.(JEAN.telephone)) ?? [];
    expect(last).toBe(body.demonstration);
  });

  test('with it a bénéficiaire comes and goes, and the code is used up', async () => {
    const code = await borne.code(jean, 'beneficiaire');
    const added = await ajouter(code);
    expect(added.status, added.text).toBe(201);
    expect(added.body).toMatchObject({ beneficiaires: [{ ...enfant, part: 100, telephone: null }] });
    expect((await ajouter(code)).status).toBe(403);
    const path = `/contrats/POL001/beneficiaires/${added.body.id}`;
    expect((await jean('DELETE', path)).status).toBe(403);
    const gone = await jean('DELETE', path, { code: await borne.code(jean, 'beneficiaire') });
    expect([gone.status, gone.body]).toEqual([200, { beneficiaires: [] }]);
    expect((await jean('DELETE', path, { code: await borne.code(jean, 'beneficiaire') })).status).toBe(404);
  });

  test('with it a sinistre is declared, once', async () => {
    const declared = await sinistre(await borne.code(jean, 'sinistre'));
    expect(declared.status, declared.text).toBe(201);
    expect(declared.body).toMatchObject({ numero: expect.stringMatching(/^SIN-/), statut: 'declare' });
    const { body } = await jean<{ results: object[] }>('GET', '/contrats/POL001/sinistres');
    expect(body.results).toMatchObject([{ statut: 'declare', demande: 1000, lignes: [{ libelle: 'Décès' }] }]);
    expect((await sinistre(await borne.code(jean, 'sinistre'))).status).toBe(409);
    const [row] = await borne.db.rows('select canal, declarant_nom from sinistres');
    expect(row).toEqual({ canal: 'borne', declarant_nom: 'KONGO Jean Baptiste' });
  });
});

describe('a code', () => {
  const refused = { status: 403, body: { code: 'interdit', errors: { code: [expect.stringMatching(/Ce code/)] } } };

  test('does not serve another purpose', async () => {
    expect(await ajouter(await borne.code(jean, 'sinistre'))).toMatchObject(refused);
  });

  test('does not serve another session, be it the same client’s', async () => {
    const code = await borne.code(jean, 'beneficiaire');
    expect(await ajouter(code, await borne.as({ ...JEAN, police: 'POL002' }))).toMatchObject(refused);
    const marie = await borne.as(MARIE);
    const body = { ...enfant, code };
    expect(await marie('POST', '/contrats/POL003/beneficiaires', body)).toMatchObject(refused);
    expect((await ajouter(code)).status).toBe(201);
  });

  test('expires', async () => {
    const code = await borne.code(jean, 'beneficiaire');
    await borne.db.rows(`update codes set expire_le = now() - interval '1 second'`);
    expect(await ajouter(code)).toMatchObject(refused);
  });

  test.each([
    [5, 5],
    [2, 2],
  ])('has as many tries as the institution says: %i', async (essais, tries) => {
    await borne.parametre('borne.code_essais', essais);
    const code = await borne.code(jean, 'beneficiaire');
    const before = await count();
    for (let n = 0; n < tries; n++) expect(await ajouter(wrong(code))).toMatchObject(refused);
    expect(await ajouter(code)).toMatchObject(refused);
    expect(await count()).toBe(before);
  });

  test('lives as long as the institution says', async () => {
    await borne.parametre('borne.code_minutes', 12);
    const { body } = await jean<{ expire_le: string }>('POST', '/borne/codes', { but: 'sinistre' });
    expect((Date.parse(body.expire_le) - Date.now()) / 60_000).toBeCloseTo(12, 0);
    await borne.parametre('borne.code_minutes', 5);
  });

  test('the same request sent again, with its key, has one effect and the same answer', async () => {
    const code = await borne.code(jean, 'beneficiaire');
    const before = (await count()) as number;
    const key = { 'Idempotency-Key': 'un-ajout' };
    const [first, again] = [await ajouter(code, jean, key), await ajouter(code, jean, key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(await count()).toBe(before + 1);
  });

  test('is not asked for where the institution wants none', async () => {
    await borne.parametre('borne.code', 'jamais');
    expect((await ajouter()).status).toBe(201);
  });

  test('is never shown in production', async () => {
    const { config } = borne.api.guichet;
    const was = config.NODE_ENV;
    config.NODE_ENV = 'production';
    const { body } = await jean('POST', '/borne/codes', { but: 'sinistre' });
    config.NODE_ENV = was;
    expect(Object.keys(body).sort()).toEqual(['expire_le', 'id', 'telephone']);
  });
});

describe('where each sign-in asks for a code', () => {
  beforeEach(() => borne.parametre('borne.code', 'toujours'));
  const codeOf = ({ code, demonstration }: Login): Code => ({
    id: code.id,
    code: /\b\d{6}\b/.exec(demonstration)?.[0] ?? '',
  });

  test('the first request promises one, the second brings the session', async () => {
    const promised = await borne.login(JEAN);
    expect(promised.status).toBe(202);
    expect(promised.body).not.toHaveProperty('tokens');
    const code = codeOf(promised.body);
    expect((await borne.login({ ...JEAN, code: wrong(code) })).status).toBe(401);
    expect((await borne.login({ ...JEAN, police: 'POL002', code })).status).toBe(401);
    const opened = await borne.login({ ...JEAN, code });
    expect(opened.status).toBe(200);
    expect((await borne.login({ ...JEAN, code })).status).toBe(401);
  });

  test('an unknown pair is promised one that never works, and none is sent', async () => {
    const nobody = { police: 'POL001', telephone: '+242067770000' };
    const [known, unknown] = [await borne.login(JEAN), await borne.login(nobody)];
    const form = (text: string) => text.replace(/[0-9a-f-]{36}|\d{6}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*');
    expect([unknown.status, form(unknown.text)]).toEqual([known.status, form(known.text)]);
    expect((await borne.login({ ...nobody, code: codeOf(unknown.body) })).status).toBe(401);
    expect((await borne.login({ ...JEAN, code: codeOf(unknown.body) })).status).toBe(401);
    expect(await borne.db.rows('select from codes where telephone = $1', [nobody.telephone])).toEqual([]);
  });

  test('another one can be asked for, and the journal keeps each attempt', async () => {
    await borne.login(JEAN);
    const again = await borne.api.anonymous<Login>('POST', '/borne/codes', { but: 'connexion', ...JEAN });
    expect(again.status).toBe(202);
    expect((await borne.login({ ...JEAN, code: codeOf(again.body) })).status).toBe(200);
    const lines = await borne.db.rows(
      `select resultat, details from journal where action = 'connexion' order by id desc limit 3`,
    );
    expect(lines).toMatchObject([
      { resultat: 'reussi' },
      { resultat: 'reussi', details: { etape: 'code' } },
      { resultat: 'reussi', details: { etape: 'code' } },
    ]);
  });

  test('a gateway that fails tells nobody whether there is an account', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { sms } = borne.api.guichet;
    const { envoyer, derniers } = sms;
    Object.assign(sms, { envoyer: () => Promise.reject(new Error('panne')), derniers: undefined });
    const [known, unknown] = [await borne.login(JEAN), await borne.login({ ...JEAN, telephone: '+242067770001' })];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    await vi.waitFor(() => expect(said.mock.calls.flat().join()).toContain('panne'));
    Object.assign(sms, { envoyer, derniers });
    said.mockRestore();
  });
});
