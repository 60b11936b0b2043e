import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARIE } from './borne.fixture.ts';
import { type Documents, openDocuments, pdf, photo } from './documents.fixture.ts';

/** A client sends the papers of a sinistre, reads which ones are there, and takes one back. */
let all: Documents;
let jean: Awaited<ReturnType<Documents['client']>>;
let sinistre: { id: number; path: string };
let jpeg: Buffer;
beforeAll(async () => {
  all = await openDocuments();
  jean = await all.client();
  jpeg = await photo().jpeg().toBuffer();
});
beforeEach(async () => {
  sinistre = await jean.declarer();
});
afterAll(() => all.close());

const listed = async () =>
  (await jean.send<{ results: { id: number; nom: string }[] }>('GET', sinistre.path)).body.results;

test('a photo of a sinistre declared a moment ago is kept, without another code', async () => {
  await all.borne.parametre('borne.code', 'toujours');
  const { status, body } = await jean.deposer(sinistre.path, jpeg, 'image/jpeg', {
    'x-nom-fichier': 'Plaie%20bras.JPEG',
  });
  await all.borne.parametre('borne.code', 'jamais');
  expect(status).toBe(201);
  expect(body).toEqual({ id: expect.any(Number), nom: 'Plaie bras.jpg', type: 'jpeg', taille: expect.any(Number) });
  const [row] = await all.db.rows(
    `select sinistre_id, canal, depose_par_id, succursale_id = (select succursale_id from sinistres where id = sinistre_id) as meme
     from documents where id = $1`,
    [body.id],
  );
  expect(row).toEqual({ sinistre_id: sinistre.id, canal: 'borne', depose_par_id: null, meme: true });
  expect((await listed()).map(({ id }) => id)).toEqual([body.id]);
});

test('a photo is turned upright, made smaller, and loses where it was taken', async () => {
  const sent = await photo(4000, 1000)
    .withExif({ IFD0: { Model: 'ESSAI-2000' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 16/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const before = new Set(all.onDisk());
  expect((await jean.deposer(sinistre.path, sent)).status).toBe(201);
  const [file = ''] = all.onDisk().filter((each) => !before.has(each));
  const kept = await sharp(readFileSync(file)).metadata();
  expect(kept).toMatchObject({ format: 'jpeg', width: 750, height: 3000 });
  expect([kept.exif, kept.orientation]).toEqual([undefined, undefined]);
});

test('a PNG becomes a JPEG, a PDF stays as it is; the sinistre tells how many there are', async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  expect((await jean.deposer(sinistre.path, png, 'image/png')).body).toMatchObject({ nom: 'photo.jpg', type: 'jpeg' });
  const sent = await jean.deposer(sinistre.path, pdf, 'application/pdf; charset=binary', {
    'x-nom-fichier': 're%C3%A7u',
  });
  expect(sent.body).toEqual({ id: expect.any(Number), nom: 'reçu.pdf', type: 'pdf', taille: pdf.length });
  const police = sinistre.path.split('/')[2];
  const { body } = await jean.send<{ results: [{ documents: number }] }>('GET', `/contrats/${police}/sinistres`);
  expect(body.results[0].documents).toBe(2);
  const detail = await jean.send<{ sinistres: [{ documents: number }] }>('GET', `/contrats/${police}`);
  expect(detail.body.sinistres[0].documents).toBe(2);
});

test('nobody else’s sinistre is there', async () => {
  const marie = await all.client(MARIE);
  const [, , , , numero = ''] = sinistre.path.split('/');
  for (const at of [
    sinistre.path,
    `/contrats/POL003/sinistres/${numero}/documents`,
    `/contrats/POL003/sinistres/SIN-0/documents`,
  ]) {
    expect((await marie.deposer(at, jpeg)).status, at).toBe(404);
    expect((await marie.send('GET', at)).status, at).toBe(404);
  }
  expect((await jean.deposer(`/contrats/POL002/sinistres/${numero}/documents`, jpeg)).status).toBe(404);
  const { body } = await jean.deposer(sinistre.path, jpeg);
  expect((await marie.send('DELETE', `${sinistre.path}/${body.id}`)).status).toBe(404);
  expect((await marie.send('DELETE', `/contrats/POL003/sinistres/${numero}/documents/${body.id}`)).status).toBe(404);
  expect(await listed()).toHaveLength(1);
});

test('without a client’s token nothing is taken, and nothing is shown even with one', async () => {
  const before = all.onDisk().length;
  for (const authorization of [
    '',
    'Bearer x',
    `Bearer ${(await all.api.signIn(all.api.people.mireille.email)).access}`,
  ]) {
    const { status } = await all.sendFile(sinistre.path, jpeg, { authorization, 'content-type': 'image/jpeg' });
    expect([401, 404]).toContain(status);
  }
  expect(all.onDisk()).toHaveLength(before);
  const { body } = await jean.deposer(sinistre.path, jpeg);
  for (const at of [
    `${sinistre.path}/${body.id}`,
    `${sinistre.path}/${body.id}/fichier`,
    `/documents/${body.id}/fichier`,
  ])
    expect([401, 404], at).toContain((await jean.send('GET', at)).status);
});

test('what was sent twice is there once, with another file it is refused', async () => {
  const once = { 'idempotency-key': 'envoi-1' };
  const before = all.onDisk().length;
  const [first, again] = [
    await jean.deposer(sinistre.path, jpeg, 'image/jpeg', once),
    await jean.deposer(sinistre.path, jpeg, 'image/jpeg', once),
  ];
  expect([first.status, again]).toEqual([201, first]);
  expect((await jean.deposer(sinistre.path, pdf, 'application/pdf', once)).status).toBe(422);
  expect([await listed(), all.onDisk()].map(({ length }) => length)).toEqual([1, before + 1]);
});

test('it is taken back as long as nobody works on the sinistre', async () => {
  const [first, second] = [await jean.deposer(sinistre.path, jpeg), await jean.deposer(sinistre.path, jpeg)];
  const gone = await jean.send<{ results: { id: number }[] }>('DELETE', `${sinistre.path}/${first.body.id}`);
  expect([gone.status, gone.body.results.map(({ id }) => id)]).toEqual([200, [second.body.id]]);
  expect((await jean.send('DELETE', `${sinistre.path}/${first.body.id}`)).status).toBe(404);
  const lines = await all.db.rows(
    `select action, auteur, surface from journal where ressource = 'documents' and objet_id = $1 order by id`,
    [first.body.id],
  );
  expect(lines).toEqual(
    ['deposer', 'retirer'].map((action) => ({ action, auteur: 'KONGO Jean Baptiste', surface: 'borne' })),
  );

  await all.db.rows(
    `update sinistres set statut = 'instruction', instructeur_id = $2, affecte_le = now() where id = $1`,
    [sinistre.id, all.api.people.paul.id],
  );
  const kept = await jean.send<{ message: string }>('DELETE', `${sinistre.path}/${second.body.id}`);
  expect([kept.status, kept.body.message]).toEqual([
    409,
    expect.stringContaining('Le traitement de ce sinistre a commencé'),
  ]);
  expect((await jean.deposer(sinistre.path, jpeg)).status).toBe(201);
});

test('sending and taking back comes to an end', async () => {
  await all.db.rows(
    `insert into documents (sinistre_id, nom, type, taille, empreinte, cle, canal, retire_le)
     select $1, 'photo.jpg', 'jpeg', 1, repeat('0', 64), encode(sha256(n::text::bytea), 'hex'), 'borne', now()
     from generate_series(1, 40) n`,
    [sinistre.id],
  );
  const before = all.onDisk().length;
  const { status, body } = await jean.deposer(sinistre.path, jpeg);
  expect([status, body.message]).toEqual([409, expect.stringContaining('Remettez les autres à votre agence')]);
  expect(all.onDisk()).toHaveLength(before);
});

test('a sinistre that is closed takes no more', async () => {
  await all.db.rows(
    `update sinistres set statut = 'rejete', motif_rejet = 'doublon', commentaire_rejet = 'x' where id = $1`,
    [sinistre.id],
  );
  const before = all.onDisk().length;
  const { status, body } = await jean.deposer(sinistre.path, jpeg);
  expect([status, body.message]).toEqual([409, 'Ce sinistre est clos : on ne peut plus y joindre de document.']);
  expect(all.onDisk()).toHaveLength(before);
});

test('of twenty sent at once ten are kept, and the others leave nothing', { timeout: 30_000 }, async () => {
  const before = all.onDisk().length;
  const small = await photo(40, 40).jpeg().toBuffer();
  const sent = await Promise.all(Array.from({ length: 20 }, () => jean.deposer(sinistre.path, small)));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(201), ...Array(10).fill(409)]);
  const refused = sent.find(({ status }) => status === 409);
  expect(refused?.body.message).toBe('Ce sinistre a déjà dix documents : c’est le maximum.');
  expect(await listed()).toHaveLength(10);
  expect(all.onDisk()).toHaveLength(before + 10);
});
