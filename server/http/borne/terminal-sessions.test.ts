import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { makeProduit } from '../../features/assurance/factory.ts';
import { type Borne, JEAN, type Login, MARIE, openBorne } from './borne.fixture.ts';
import { openTerminaux, type Terminaux } from './terminal.fixture.ts';

let borne: Borne;
let terminaux: Terminaux;
beforeAll(async () => {
  borne = await openBorne();
  terminaux = await openTerminaux(borne);
  await makeProduit(borne.api.guichet.database, { code: 'PASS-ESSAI', branche: 'ACC' });
});
afterAll(() => borne.close());
beforeEach(() => borne.oublier());

const home = async (send: Send, police = 'POL001') => (await send('GET', `/clients/${police}/dashboard`)).status;
const enter = async (depuis: Send, who: object = JEAN) => {
  const { status, body, text } = await depuis<Login>('POST', '/auth/login', who);
  expect(status, text).toBe(200);
  return body.tokens;
};
const last = async () =>
  (await borne.db.rows<Record<string, unknown>>('select * from sessions_borne order by cree_le desc limit 1'))[0];

describe('a session at an enrolled terminal', () => {
  test('is bound to it, and stands at it whatever the request says', async () => {
    const { id, jeton, depuis } = await terminaux.enrolee('Hall 1');
    await enter(depuis, { ...JEAN, canal: 'espace' });
    expect(await last()).toMatchObject({ borne_id: id, canal: 'borne', terminal: `borne:${id}`, repos_secondes: 105 });
    const headers = { 'x-borne': jeton, 'sec-fetch-site': 'same-origin' };
    const body = { ...JEAN, canal: 'espace', cookie: true };
    const refused = await borne.api.anonymous('POST', '/auth/login', body, headers);
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([400, null]);
  });

  test('ends at once when the terminal is revoked, and no other does', async () => {
    const [one, other] = [await terminaux.enrolee('Hall 2'), await terminaux.enrolee('Hall 3')];
    const [first, second] = [await enter(one.depuis), await enter(one.depuis, MARIE)];
    const elsewhere = borne.api.withToken((await enter(other.depuis)).access);
    const free = await borne.as(JEAN);
    await terminaux.revoquer(one.id);
    expect(await home(borne.api.withToken(first.access))).toBe(401);
    expect(await home(borne.api.withToken(second.access), 'POL003')).toBe(401);
    expect((await borne.api.anonymous('POST', '/auth/refresh', { refresh: first.refresh })).status).toBe(401);
    expect([await home(elsewhere), await home(free)]).toEqual([200, 200]);
    expect((await one.depuis('POST', '/auth/login', JEAN)).body).toMatchObject({ code: 'borne_revoquee' });
  });

  test('ends when another terminal takes the place, and does not begin again with it', async () => {
    const { id, depuis } = await terminaux.enrolee('Hall 4');
    const send = borne.api.withToken((await enter(depuis)).access);
    const code = await terminaux.code(id);
    expect(await home(send)).toBe(200);
    await terminaux.utiliser(code);
    expect(await home(send)).toBe(401);
  });

  test('ends when the terminal is deleted', async () => {
    const { id, jeton, depuis } = await terminaux.enrolee('Hall 5');
    const send = borne.api.withToken((await enter(depuis)).access);
    expect((await terminaux.mireille('DELETE', `/bornes/${id}`)).status).toBe(204);
    expect([await home(send), (await terminaux.contact(jeton)).status]).toEqual([401, 401]);
  });
});

describe('attempts', () => {
  test('are counted for the terminal that is proved, not for the one that is claimed', async () => {
    const { id, depuis, jeton } = await terminaux.enrolee('Hall 6');
    await borne.oublier();
    await depuis('POST', '/auth/login', { ...JEAN, police: 'POL999' });
    const before = await borne.db.rows<{ cle: string }>('select cle from freins');
    const claimed = { 'x-terminal': `B-${id}`, 'x-borne': jeton };
    await borne.api.anonymous('POST', '/auth/login', { ...JEAN, police: 'POL999' }, claimed);
    expect(await borne.db.rows('select cle from freins')).toHaveLength(before.length);
    const [line] = await borne.db.rows(
      `select details from journal where action = 'connexion' order by id desc limit 1`,
    );
    expect(line).toEqual({ details: { terminal: `borne:${id}` } });
  });
});

describe('where only enrolled terminals sign in', () => {
  beforeAll(() => borne.parametre('borne.terminaux', 'enroles'));
  afterAll(() => borne.parametre('borne.terminaux', 'libres'));

  test('another one does not, a telephone does', async () => {
    const { depuis } = await terminaux.enrolee('Hall 7');
    const refused = await borne.login(JEAN);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('que sur une borne enregistrée')]);
    expect((await borne.login({ ...JEAN, police: 'POL999' })).status).toBe(403);
    expect((await borne.login({ ...JEAN, canal: 'espace' })).status).toBe(200);
    await enter(depuis);
  });
});

describe('subscribing at an enrolled terminal', () => {
  const voulu = {
    produit: 'PASS-ESSAI',
    montant: 500,
    periodicite: 'mensuelle',
    operateur: 'mtn_money',
    consentement: 'J’accepte.',
  };
  const places = (numero: unknown) =>
    borne.db.rows(
      `select s.canal, s.succursale_id, c.succursale_id as client from souscriptions s join clients c on c.id = s.client_id
       where s.numero = $1`,
      [numero],
    );

  test('belongs to its branch, like a client who is new; one who is known stays where they are', async () => {
    const { douala, siege } = borne.api.people;
    const { jeton, depuis } = await terminaux.enrolee('Hall 8', douala);
    const gisele = { nom: 'MAKOSSO', prenom: 'Gisèle', telephone: '06 700 00 01' };
    const anew = await depuis('POST', '/borne/souscriptions', { ...voulu, ...gisele, canal: 'espace' });
    expect(anew.status, anew.text).toBe(202);
    expect(await places(anew.body.numero)).toEqual([{ canal: 'borne', succursale_id: douala, client: douala }]);
    const { access } = await enter(depuis);
    const known = borne.api.withToken(access);
    const more = await known('POST', '/borne/souscriptions', voulu, { 'x-borne': jeton });
    expect(more.status, more.text).toBe(202);
    expect(await places(more.body.numero)).toEqual([{ canal: 'borne', succursale_id: douala, client: siege }]);
  });

  test('elsewhere it belongs where it always did', async () => {
    const andre = { nom: 'OKOKO', prenom: 'André', telephone: '06 700 00 02' };
    const { siege } = borne.api.people;
    const free = await borne.api.anonymous('POST', '/borne/souscriptions', { ...voulu, ...andre });
    expect(await places(free.body.numero)).toEqual([{ canal: 'borne', succursale_id: siege, client: siege }]);
  });
});
