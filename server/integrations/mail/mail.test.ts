import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openMail } from './mail.ts';

const mail = { a: 'awa@guichet.test', sujet: 'Bonjour', texte: 'Voilà', html: '<p>Voilà</p>' };

test('without a server mail lands in a folder that only its owner reads', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'guichet-')), 'courrier');
  const port = openMail({ folder });
  await port.send(mail);
  await port.send({ ...mail, a: '../../etc/x@guichet.test' });
  expect(port.lieu).toBe(`dossier ${folder}`);
  const names = readdirSync(folder);
  expect(names).toHaveLength(2);
  expect(names.every((name) => name.endsWith('.eml'))).toBe(true);
  const file = path.join(folder, names.find((name) => name.includes('awa@guichet.test')) as string);
  expect(readFileSync(file, 'utf8')).toContain('Subject: Bonjour');
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a file goes along under its name, byte for byte', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'guichet-')), 'courrier');
  const contenu = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
  await openMail({ folder }).send({ ...mail, pieces: [{ nom: 'REL-POL001.pdf', type: 'application/pdf', contenu }] });
  const [name = ''] = readdirSync(folder);
  const written = readFileSync(path.join(folder, name), 'utf8');
  expect(written).toMatch(/Content-Type: application\/pdf; name=REL-POL001\.pdf/);
  expect(written).toContain('Content-Disposition: attachment; filename=REL-POL001.pdf');
  expect(written).toContain(contenu.toString('base64'));
});

test('in production there is no folder to fall back on: the message waits for a server', async () => {
  await expect(openMail({}).send(mail)).rejects.toMatchObject({
    again: true,
    message: expect.stringContaining('SMTP_URL'),
  });
});
