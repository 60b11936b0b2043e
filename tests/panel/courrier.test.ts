import { afterAll, beforeAll, expect, test } from 'vitest';
import { boiteDe } from '../../server/guichet.ts';
import { derniers } from '../../server/integrations/mail/boite.ts';
import { mailOf } from '../../server/jobs.ts';
import { type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let nom: string;

beforeAll(async () => {
  panel = await testPanel();
  const contenu = Buffer.from('%PDF-1.7 \u0000é');
  await mailOf(panel.guichet.config).send({
    a: 'client@exemple.test',
    sujet: 'Votre devis <b>DV-1</b>',
    texte: 'Bonjour',
    html: '<p>Bonjour <script>parent.document.title = "pris"</script><a href="https://exemple.test/x">lien</a></p>',
    pieces: [{ nom: 'DV-1.pdf', type: 'application/pdf', contenu }],
  });
  const [message] = await derniers(boiteDe(panel.guichet.config) as string);
  nom = message?.nom as string;
});
afterAll(() => panel.close());

test('an administrateur reads what was sent: the list, the message, its text, its file', async () => {
  const mireille = await panel.as(panel.people.mireille);
  const list = await mireille.get('/courrier');
  expect(list.status).toBe(200);
  expect(list.text).toContain('client@exemple.test');
  expect(list.text).toContain('Votre devis &#60;b&#62;DV-1&#60;/b&#62;');
  expect(list.text).toContain(`href="/admin/courrier/${nom}"`);
  const message = await mireille.get(`/courrier/${nom}`);
  expect(message.text).toContain(`src="/admin/courrier/${nom}/texte"`);
  expect(message.text).toMatch(/sandbox="allow-popups[^"]*"/);
  expect(message.text).not.toContain('allow-scripts');
  const piece = await mireille.get(`/courrier/${nom}/pieces/0`);
  expect(piece.headers.get('content-disposition')).toContain('DV-1.pdf');
  expect(piece.headers.get('content-type')).toBe('application/octet-stream');
  expect(piece.text.startsWith('%PDF-1.7')).toBe(true);
});

test('the text of a message runs nothing and fetches nothing', async () => {
  const mireille = await panel.as(panel.people.mireille);
  const { headers, text } = await mireille.get(`/courrier/${nom}/texte`);
  const policy = headers.get('content-security-policy') as string;
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain('sandbox allow-popups');
  expect(policy).not.toContain('script');
  expect(text).toContain('<a href="https://exemple.test/x">');
});

test('nobody else does, and no other file of the machine is read', async () => {
  for (const person of [panel.people.paul, panel.people.awa, panel.people.esther]) {
    const session = await panel.as(person);
    for (const path of ['/courrier', `/courrier/${nom}`, `/courrier/${nom}/texte`, `/courrier/${nom}/pieces/0`])
      expect((await session.get(path)).status, `${person.email} ${path}`).toBe(404);
  }
  expect((await panel.send('/courrier')).status).toBe(302);
  const mireille = await panel.as(panel.people.mireille);
  for (const path of ['/courrier/..%2F..%2Fetc%2Fpasswd', '/courrier/x', `/courrier/${nom}/pieces/7`])
    expect((await mireille.get(path)).status, path).toBe(404);
});
