import { afterAll, beforeAll, expect, test } from 'vitest';
import { aujourdhui } from '../../core/jours.ts';
import { type Caisse, caisse } from '../../features/assurance/reversements/caisse.fixture.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { enJour } from '../../integrations/pdf/texte.ts';

let c: Caisse;
let agent: number;
let bordereau: { id: number; numero: string };
beforeAll(async () => {
  c = await caisse();
  agent = await c.agent();
  const vente = await c.souscription(agent);
  const paiement = await c.encaisse(vente, 15_000);
  await c.encaisse(vente, 5000);
  expect(
    (await c.paul('POST', `/paiements/${paiement}/corriger`, { montant: -500, motif: 'billet de trop' })).status,
  ).toBe(200);
  bordereau = (await c.etablir(agent)).body;
});
afterAll(() => c.close());

/** The lines of the document as this person gets it; spaces that do not break read as spaces. */
async function imprime({ email } = c.people.paul, headers: Record<string, string> = {}) {
  const { access } = await c.api.signIn(email);
  const url = `${c.api.origin}/api/v1/bordereaux/${bordereau.id}/pdf`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${access}`, ...headers } });
  const file = Buffer.from(await answer.arrayBuffer());
  const text = answer.ok ? lirePdf(file).flatMap((page) => lignes(page)) : [];
  return { answer, text: text.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' ')) };
}

test('it names the agent, every payment with its sign, and the total', async () => {
  const { answer, text } = await imprime();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${bordereau.numero}.pdf"`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('Bordereau de reversement');
  expect(text).toContain('Montant reversé | 19 500 FCFA');
  expect(text).toContain('Statut | Établi, à réceptionner');
  expect(text.filter((line) => /^PAI-/.test(line)).map((line) => line.split(' | ').at(-1))).toEqual([
    '15 000',
    '5 000',
    '-500',
  ]);
  expect(text.find((line) => line.endsWith('-500'))).toMatch(/^PAI-\d{4}-\d{6} \(correction\) \| /);
  expect(text.find((line) => line.startsWith('PAI-'))).toMatch(/ \| CG-\d{4}-ACC-\d{3} \| KONGO \| /);
  expect(text).toContain('Total | 19 500');
  expect(text.some((line) => line.startsWith(`Établi le | ${enJour(aujourdhui())} par Paul EKAMBI`))).toBe(true);
});

test('it says so once it was received, in English where that is asked for', async () => {
  await c.receptionner(bordereau.id, 19_500, c.mireille);
  const { text } = await imprime(c.people.awa, { 'accept-language': 'en' });
  expect(text).toContain('Status | Received');
  expect(text.some((line) => /^Received on \| .* by Mireille BANZOUZI$/.test(line))).toBe(true);
});

test('it is for those who may read the bordereau, and the journal knows who printed it', async () => {
  const path = `/bordereaux/${bordereau.id}/pdf`;
  expect((await c.api.anonymous('GET', path)).status).toBe(401);
  expect((await (await c.api.as(c.people.chantal))('GET', path)).status).toBe(404);
  expect((await c.paul('GET', '/bordereaux/0/pdf')).status).toBe(404);
  expect((await c.paul('GET', '/bordereaux/999999/pdf')).status).toBe(404);
  await c.db.rows(`update utilisateurs set droits = '{"bordereaux": {"lire": false}}' where id = $1`, [
    c.people.awa.id,
  ]);
  await expect.poll(async () => (await c.awa('GET', path)).status).toBe(403);
  const printed = await c.db.rows(
    `select auteur, details from journal where ressource = 'bordereaux' and action = 'exporter' and objet_id = $1 order by id`,
    [bordereau.id],
  );
  expect(printed).toEqual([
    { auteur: 'Paul EKAMBI', details: { format: 'pdf' } },
    { auteur: 'Awa NDIAYE', details: { format: 'pdf' } },
  ]);
});

test('a client whom the reader may not see is not named', async () => {
  await c.db.rows(`update utilisateurs set droits = '{"clients": {"lire": false}}' where id = $1`, [c.people.paul.id]);
  await expect.poll(async () => (await imprime()).text.join()).not.toContain('KONGO');
});
