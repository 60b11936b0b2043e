import { expect, test } from 'vitest';
import { documentJoint } from './document-joint.ts';

const piece = { nom: 'REL-POL001.pdf', type: 'application/pdf', contenu: Buffer.from('x') };
const blanks = { nom: 'KONGO <b>Jean</b>', document: 'Votre relevé de compte', institution: 'Agence de Ouésso' };

test.each([
  ['fr', 'Bonjour KONGO', 'en pièce jointe'],
  ['en', 'Hello KONGO', 'attached'],
] as const)('the message says in %s what is attached, in both forms', (langue, hello, said) => {
  const mail = documentJoint('jean@exemple.cg', langue, blanks, piece);
  expect(mail).toMatchObject({ a: 'jean@exemple.cg', sujet: 'Votre relevé de compte', pieces: [piece] });
  for (const form of [mail.texte, mail.html])
    for (const words of [hello, said, 'Votre relevé de compte', 'Agence de Ouésso']) expect(form).toContain(words);
  expect(mail.html).toContain('&lt;b&gt;Jean&lt;/b&gt;');
  expect(mail.html).not.toMatch(/<(img|script|link|a) |https?:/);
});
