import { afterAll, beforeAll, expect, test } from 'vitest';
import { envoyer, pdf, sinistreDe } from '../../server/features/documents/papiers.fixture.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** The file of a document, opened from the panel. */
let panel: TestPanel;
let paul: Session;
let own: number;
let foreign: number;
beforeAll(async () => {
  panel = await testPanel();
  paul = await panel.as(panel.people.paul);
  const place = { db: panel.db, stockage: panel.guichet.stockage };
  const { douala, yaounde } = panel.people;
  own = (await envoyer(place, await sinistreDe(panel.db, douala, 'KONGO'))).id;
  foreign = (await envoyer(place, await sinistreDe(panel.db, yaounde, 'ATEBA'))).id;
});
afterAll(() => panel.close());

const opened = (id: number) =>
  panel.db.rows(
    `select auteur, surface, resultat from journal where ressource = 'documents' and objet_id = $1 and action = 'ouvrir' order by id`,
    [id],
  );

test('its record links to it; it comes as a file that runs nothing, and the journal says who opened it', async () => {
  const { json } = await paul.show('documents', own);
  expect(json.record.params.fichier).toBe(`/documents/${own}/fichier`);
  const { status, text, headers } = await paul.get(`/documents/${own}/fichier`);
  expect([status, text]).toEqual([200, pdf.toString()]);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="Facture de la clinique\.pdf"/);
  expect(headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(await opened(own)).toEqual([{ auteur: 'Paul EKAMBI', surface: 'panneau', resultat: 'reussi' }]);
});

test('that of another branch is not found, and the attempt is kept', async () => {
  const { status, text } = await paul.get(`/documents/${foreign}/fichier`);
  expect(status).toBe(404);
  expect(text).not.toContain('%PDF');
  expect(await opened(foreign)).toEqual([{ auteur: 'Paul EKAMBI', surface: 'panneau', resultat: 'refuse' }]);
});

test('whoever may read of it and not open it has no link, and is refused', async () => {
  const esther = await panel.as(panel.people.esther);
  expect((await esther.show('documents', own)).json.record.params).not.toHaveProperty('fichier');
  expect((await esther.get(`/documents/${own}/fichier`)).status).toBe(403);
});

test('without a session one is asked to sign in', async () => {
  const { status, headers } = await panel.send(`/documents/${own}/fichier`);
  expect([status, headers.get('location')]).toEqual([302, expect.stringContaining('/admin/connexion')]);
});

test('taken back in the panel it asks why, and its link is gone', async () => {
  const { json } = await paul.act('documents', own, 'retirer', { motif: '' });
  expect(json.record.errors).toHaveProperty('motif');
  expect((await paul.get(`/documents/${own}/fichier`)).status).toBe(200);
  const done = await paul.act('documents', own, 'retirer', { motif: 'Papier d’un autre client' });
  expect(done.json.notice?.type).toBe('success');
  expect((await paul.show('documents', own)).json.record.params.fichier ?? null).toBeNull();
  expect((await paul.get(`/documents/${own}/fichier`)).status).toBe(404);
});
