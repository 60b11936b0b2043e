import { expect, test } from 'vitest';
import { lienMotDePasse } from './lien-mot-de-passe.ts';

const blanks = { prenom: 'Awa', lien: 'https://guichet.test/admin/mot-de-passe/abc', minutes: 60 };

test.each([
  ['fr', 'Choisissez votre mot de passe Guichet', 'Bonjour Awa,', 'dans les 60 minutes'],
  ['en', 'Choose your Guichet password', 'Hello Awa,', 'within 60 minutes'],
] as const)(
  'the message speaks the person’s language (%s) and says the same in both forms',
  (langue, sujet, hello, delay) => {
    const mail = lienMotDePasse('awa@guichet.test', langue, blanks);
    expect(mail).toMatchObject({ a: 'awa@guichet.test', sujet });
    for (const form of [mail.texte, mail.html]) {
      expect(form).toContain(hello);
      expect(form).toContain(delay);
      expect(form).toContain(blanks.lien);
    }
  },
);

test('a first name is text, whatever stands in it', () => {
  const { html, texte } = lienMotDePasse('a@b.test', 'fr', { ...blanks, prenom: `<img src=x onerror="alert(1)">&'` });
  expect(html).toContain('Bonjour &lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;,');
  expect(html).not.toContain('<img');
  expect(texte).toContain('Bonjour <img');
});

test('nothing is fetched when the message is opened', () => {
  const { html } = lienMotDePasse('a@b.test', 'fr', blanks);
  expect(html).not.toMatch(/<(img|script|link|iframe|style)|src=|url\(|@import/i);
  expect([...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(String)).toEqual([blanks.lien, blanks.lien]);
});
