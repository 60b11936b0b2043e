import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;

beforeAll(async () => {
  panel = await testPanel();
});
afterAll(() => panel.close());

const enter = (email: string, mot_de_passe: string, more: Record<string, string> = {}) =>
  panel.post('/connexion', { email, mot_de_passe, ...more });

describe('signing in', () => {
  test('the page needs no script, and speaks both languages', async () => {
    const french = await panel.send('/connexion', { headers: { 'accept-language': 'fr-FR' } });
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain('<label for="mot_de_passe">Mot de passe</label>');
    expect(french.text).not.toContain('<script');
    expect(french.headers.get('content-security-policy')).toContain(`default-src 'self'`);
    expect((await panel.send('/connexion?langue=en')).text).toContain('Sign in to open your desk.');
    expect((await panel.send('/connexion', { headers: { 'accept-language': 'en-GB' } })).text).toContain(
      '<html lang="en">',
    );
  });

  test('a wrong password, an unknown and a closed account get the same answer', async () => {
    await panel.db.rows('update utilisateurs set actif = false where id = $1', [panel.people.esther.id]);
    const answers = [
      await enter(panel.people.paul.email, 'faux'),
      await enter('personne@guichet.test', 'faux'),
      await enter(panel.people.esther.email, PASSWORD),
    ];
    for (const { status, text, headers } of answers) {
      expect(status).toBe(401);
      expect(text).toContain('E-mail ou mot de passe incorrect.');
      expect(headers.getSetCookie()).toEqual([]);
    }
    const plain = (text: string) => text.replace(/value="[^"]*"/g, '');
    expect(new Set(answers.map(({ text }) => plain(text))).size).toBe(1);
  });

  test('what is typed is written back without harm', async () => {
    const { text } = await enter('"><script>alert(1)</script>', 'x');
    expect(text).not.toContain('<script');
    expect((await enter('', '')).status).toBe(401);
  });

  test('too many failures must wait, and are told how long', async () => {
    const email = panel.people.chantal.email;
    let last = await enter(email, 'faux');
    for (let i = 0; i < 8 && last.status === 401; i++) last = await enter(email, 'faux');
    expect(last.status).toBe(429);
    expect(last.text).toMatch(/Trop d&#8217;essais\. Réessayez dans \d+ s\.|Trop d’essais\. Réessayez dans \d+ s\./);
    await panel.db.rows('delete from freins');
  });

  test('leads to the page that was wanted, within the panel alone', async () => {
    const to = async (suite: string) =>
      (await enter(panel.people.paul.email, PASSWORD, { suite })).headers.get('location');
    expect(await to('/admin/resources/clients?page=2')).toBe('/admin/resources/clients?page=2');
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/admin//evil.example',
      '/admin/\\evil.example',
      '/api/v1/clients',
      'javascript:alert(1)',
      '/adminx',
    ])
      expect(await to(elsewhere), elsewhere).toBe('/admin');
  });

  test('and out again are in the journal, from the panel', async () => {
    const session = await panel.as(panel.people.mireille);
    expect((await session.submit('/deconnexion')).headers.get('location')).toBe('/admin/connexion?etat=sortie');
    expect((await session.get('/api/dashboard')).status).toBe(302);
    const lines = await panel.db.rows<{ action: string }>(
      `select action from journal where utilisateur_id = $1 and surface = 'panneau' order by id`,
      [panel.people.mireille.id],
    );
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['connexion', 'deconnexion']));
  });
});

describe('passwords', () => {
  const linkOf = async (id: number) => {
    const siege = await panel.as(panel.people.mireille);
    const { json } = await siege.act('utilisateurs', id, 'envoyer-lien');
    return json.resultat?.lien?.replace('/admin', '') as string;
  };

  test('forgetting gives the same answer to everybody', async () => {
    const known = await panel.post('/mot-de-passe/oublie', { email: panel.people.paul.email });
    const unknown = await panel.post('/mot-de-passe/oublie', { email: 'personne@guichet.test' });
    const nonsense = await panel.post('/mot-de-passe/oublie', { email: 'x' });
    expect(known.text).toContain('Si un compte actif porte cet e-mail');
    expect(unknown.text).toBe(known.text);
    expect(nonsense.text).toBe(known.text);
    const mails = await panel.db.rows<{ key: string }>(
      `select key from graphile_worker.jobs where task_identifier = 'envoyer-lien-mot-de-passe' order by id`,
    );
    // The second is for nobody: it takes as long, and sends nothing.
    expect(mails).toEqual([{ key: `lien-mot-de-passe.${panel.people.paul.id}` }, { key: 'lien-mot-de-passe.0' }]);
  });

  test('a link sets a new one, once, and ends the sessions', async () => {
    const before = await panel.as(panel.people.awa);
    const link = await linkOf(panel.people.awa.id);
    expect((await panel.send(link)).text).toContain('Choisir un mot de passe');
    const nouveau = 'une phrase bien à moi';
    expect((await panel.post(link, { nouveau, confirmation: 'autre chose' })).text).toContain('ne sont pas les mêmes');
    expect((await panel.post(link, { nouveau: 'court', confirmation: 'court' })).text).toContain(
      'Au moins 12 caractères.',
    );
    expect((await panel.post(link, { nouveau, confirmation: nouveau })).headers.get('location')).toBe(
      '/admin/connexion?etat=choisi&langue=fr',
    );
    const again = await panel.post(link, { nouveau, confirmation: nouveau });
    expect(again.status).toBe(401);
    expect(again.text).toContain('Ce lien a expiré ou a déjà servi.');
    expect((await before.get('/api/dashboard')).status).toBe(302);
    expect((await enter(panel.people.awa.email, nouveau)).status).toBe(303);
    expect((await enter(panel.people.awa.email, PASSWORD)).status).toBe(401);
  });

  test('one’s own changes with the old one, and the session ends', async () => {
    const session = await panel.as(panel.people.paul);
    const nouveau = 'le fleuve est large ce soir';
    const wrong = await session.submit('/profil/mot-de-passe', { ancien: 'faux', nouveau, confirmation: nouveau });
    expect(wrong.text).toContain('L’ancien mot de passe n’est pas le bon.');
    const done = await session.submit('/profil/mot-de-passe', { ancien: PASSWORD, nouveau, confirmation: nouveau });
    expect(done.headers.get('location')).toBe('/admin/connexion?etat=choisi&langue=fr');
    expect((await session.get('/api/dashboard')).status).toBe(302);
    expect((await enter(panel.people.paul.email, nouveau)).status).toBe(303);
  });
});

test('the profile says who one is, and its language is the panel’s', async () => {
  const session = await panel.as(panel.people.mireille);
  const profile = await session.get('/profil');
  expect(profile.text).toContain('Administrateur');
  expect((await session.submit('/profil/langue', { langue: 'de' })).status).toBe(400);
  expect((await session.submit('/profil/langue', { langue: 'en' })).headers.get('location')).toBe(
    '/admin/profil?etat=langue',
  );
  expect((await session.get('/profil')).text).toContain('My profile');
  expect((await session.get('/')).text).toContain('<html lang="en">');
  expect((await session.show('clients', 987_654)).json.notice?.message).toBe('This item does not exist.');
});
