import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { everybody } from '../../../tests/everybody.fixture.ts';
import { envoyer, type Place, pdf, sinistreDe } from '../../features/documents/papiers.fixture.ts';

/** The file of a document, for staff. */
let api: TestApi;
let people: Record<string, Send>;
let place: Place;
let sinistre_id: number;
let id: number;
beforeAll(async () => {
  api = await testApi();
  people = await everybody(api);
  place = { db: api.db, stockage: api.guichet.stockage };
  sinistre_id = await sinistreDe(api.db, api.people.douala, 'KONGO');
  ({ id } = await envoyer(place, sinistre_id, { nom: 'Reçu n° 1; x="y"' }));
});
afterAll(() => api.close());

const ouvrir = (who: string, document = id) => (people[who] as Send)('GET', `/documents/${document}/fichier`);
const lignes = (document = id) =>
  api.db.rows<{ auteur: string; resultat: string }>(
    `select auteur, resultat from journal where ressource = 'documents' and objet_id = $1 and action = 'ouvrir' order by id`,
    [document],
  );

test('a PDF comes whole, to be kept and never shown: it is of no site, and runs nothing', async () => {
  const { status, text, headers } = await ouvrir('paul');
  expect([status, text]).toEqual([200, pdf.toString()]);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Recu n 1 xy.pdf"; filename*=UTF-8''Re%C3%A7u%20n%C2%B0%201%3B%20x%3D%22y%22.pdf`,
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('a photo may be shown, as harmless', async () => {
  const contenu = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a5' } })
    .jpeg()
    .toBuffer();
  const photo = await envoyer(place, sinistre_id, { contenu, type: 'image/jpeg', nom: 'Plaie' });
  const { headers } = await ouvrir('irene', photo.id);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="Plaie.jpg"; filename*=UTF-8''Plaie.jpg`,
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  ['mireille', 200],
  ['paul', 200],
  ['irene', 200],
  ['chantal', 404],
  ['awa', 403],
  ['esther', 403],
  ['visiteur', 403],
])('%s is answered %i, and the journal keeps it', async (who, expected) => {
  const before = (await lignes()).length;
  const { status, text } = await ouvrir(who);
  expect(status).toBe(expected);
  if (status !== 200) expect(text).not.toContain('Reçu');
  const after = await lignes();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)?.resultat).toBe(status === 200 ? 'reussi' : 'refuse');
});

test('who may not open it is not told where it is', async () => {
  const seen = async (who: string) => (await (people[who] as Send)('GET', `/documents/${id}`)).body.fichier;
  expect([await seen('paul'), await seen('esther')]).toEqual([`/documents/${id}/fichier`, undefined]);
});

test('what is no document, or was taken back, is not found; without signing in, nothing is', async () => {
  const gone = await envoyer(place, sinistre_id);
  await api.db.rows('update documents set retire_le = now() where id = $1', [gone.id]);
  expect((await ouvrir('mireille', gone.id)).status).toBe(404);
  for (const wrong of ['0', '999999999', '1.5', '..%2f1', `${'9'.repeat(30)}`])
    expect((await (people.mireille as Send)('GET', `/documents/${wrong}/fichier`)).status, wrong).toBe(404);
  expect((await api.anonymous('GET', `/documents/${id}/fichier`)).status).toBe(401);
});

test('a file that is missing or was changed is not handed out', async () => {
  const [missing, changed] = [await envoyer(place, sinistre_id), await envoyer(place, sinistre_id)];
  await place.stockage.remove(missing.cle);
  const root = path.join(api.guichet.config.GUICHET_DATA, 'documents');
  await writeFile(path.join(root, changed.cle.slice(0, 2), changed.cle), '%PDF-1.4 autre chose');
  for (const each of [missing, changed]) {
    const { status, body } = await ouvrir('paul', each.id);
    expect([status, body.message]).toEqual([503, expect.stringContaining('Prévenez l’administrateur')]);
    expect(await lignes(each.id)).toEqual([]);
  }
});
