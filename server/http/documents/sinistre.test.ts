import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { everybody } from '../../../tests/everybody.fixture.ts';
import { gardes, pdf, sinistreDe } from '../../features/documents/papiers.fixture.ts';

/** A paper that is handed in at the counter. */
let api: TestApi;
let people: Record<string, Send>;
let id: number;
let elsewhere: number;
beforeAll(async () => {
  api = await testApi();
  people = await everybody(api);
  id = await sinistreDe(api.db, api.people.douala, 'KONGO');
  elsewhere = await sinistreDe(api.db, api.people.yaounde, 'ATEBA');
});
afterAll(() => api.close());

interface Depose {
  id: number;
  nom: string;
  message: string;
}
const PDF = { 'content-type': 'application/pdf' };
const deposer = (who: string, sinistre = id, body = pdf.toString(), headers = {}) =>
  (people[who] as Send)<Depose>('POST', `/sinistres/${sinistre}/documents`, body, { ...PDF, ...headers });
const kept = async () => {
  const [row] = await api.db.rows<{ n: number }>(
    'select count(*)::int as n from documents where octet_length(cle) > 0 and sinistre_id = any($1)',
    [[id, elsewhere]],
  );
  return [row?.n, (await gardes(api.guichet.stockage)).length];
};

test('it is kept in the name of whoever took it, and the journal says so', async () => {
  const { status, body, headers } = await deposer('paul', id, undefined, { 'x-nom-fichier': 're%C3%A7u.PDF' });
  expect([status, body.nom]).toEqual([201, 'reçu.pdf']);
  expect(headers.get('location')).toBe(`/api/v1/documents/${body.id}`);
  const read = await (people.paul as Send)('GET', `/documents/${body.id}`);
  expect(read.body).toMatchObject({
    sinistre_id: id,
    succursale_id: api.people.douala,
    canal: 'agence',
    depose_par_id: api.people.paul.id,
    taille: pdf.length,
    fichier: `/documents/${body.id}/fichier`,
  });
  expect(read.text).not.toMatch(/"cle"/);
  const lines = await api.db.rows(
    `select auteur, action, surface from journal where ressource = 'documents' and objet_id = $1`,
    [body.id],
  );
  expect(lines).toEqual([{ auteur: 'Paul EKAMBI', action: 'deposer', surface: 'api' }]);
});

test.each([
  ['chantal', 404, 'of another branch'],
  ['awa', 403, 'who may not change a sinistre'],
  ['esther', 403, 'who reads only'],
  ['visiteur', 403, 'who may do nothing'],
])('%s is refused with %i, as one %s, and nothing is kept', async (who, expected) => {
  const before = await kept();
  expect((await deposer(who)).status).toBe(expected);
  expect(await kept()).toEqual(before);
  const [line] = await api.db.rows(
    `select resultat, details->>'code' as code, objet_id from journal where action = 'deposer' order by id desc limit 1`,
  );
  expect(line).toEqual({ resultat: 'refuse', code: expected === 403 ? 'interdit' : 'introuvable', objet_id: id });
});

test('a sinistre that is elsewhere, is not there or is no number is not found; nobody is told so before signing in', async () => {
  const before = await kept();
  expect((await deposer('paul', elsewhere)).status).toBe(404);
  expect((await deposer('mireille', 999_999_999)).status).toBe(404);
  for (const wrong of ['0', '-1', '1e3', "1'"])
    expect((await (people.paul as Send)('POST', `/sinistres/${wrong}/documents`, 'x', PDF)).status, wrong).toBe(404);
  expect((await api.anonymous('POST', `/sinistres/${id}/documents`, 'x', PDF)).status).toBe(401);
  expect(await kept()).toEqual(before);
});

test('what is sent twice is kept once; with another file the same key is refused', async () => {
  const once = { 'idempotency-key': 'un-papier' };
  const [rows = 0, files = 0] = await kept();
  const [first, again] = [await deposer('paul', id, undefined, once), await deposer('paul', id, undefined, once)];
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  expect((await deposer('paul', id, '%PDF-1.4 autre', once)).status).toBe(422);
  expect(await kept()).toEqual([rows + 1, files + 1]);
});

test('the eleventh is refused, and its file is not kept', async () => {
  const full = await sinistreDe(api.db, api.people.douala, 'MALONGA');
  // One is there already.
  for (let n = 2; n <= 10; n += 1) expect((await deposer('paul', full)).status).toBe(201);
  const before = await kept();
  const { status, body } = await deposer('paul', full);
  expect([status, body.message]).toEqual([409, 'Ce sinistre a déjà dix documents : c’est le maximum.']);
  const refused = `select auteur from journal where objet_id = $1 and action = 'deposer' and resultat = 'refuse'`;
  expect(await api.db.rows(refused, [full])).toEqual([{ auteur: 'Paul EKAMBI' }]);
  expect(await kept()).toEqual(before);
});
