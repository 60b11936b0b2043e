import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { derniers, lire } from './boite.ts';
import { openMail } from './mail.ts';

const mail = { a: 'awa@guichet.test', sujet: 'Bonjour', texte: 'Voilà', html: '<p>Voilà</p>' };

const folderOf = () => path.join(mkdtempSync(path.join(tmpdir(), 'guichet-')), 'courrier');

test('without a server mail goes over SMTP to one of this machine, which keeps it where only its owner reads', async () => {
  const folder = folderOf();
  expect(await derniers(folder)).toEqual([]);
  const port = openMail({ folder });
  await port.send(mail);
  await port.send({ ...mail, a: 'paul@guichet.test', sujet: 'Échéance à payer : œuvre' });
  expect(port.lieu).toContain(folder);
  const names = readdirSync(folder);
  expect(names).toHaveLength(2);
  for (const name of names) expect(statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
  const [last, first] = await derniers(folder);
  expect(last).toMatchObject({ subject: 'Échéance à payer : œuvre', to: [{ address: 'paul@guichet.test' }] });
  expect(first).toMatchObject({ subject: 'Bonjour', to: [{ address: 'awa@guichet.test' }] });
  expect(first?.text?.trim()).toBe('Voilà');
  expect(first?.html).toContain('<p>Voilà</p>');
});

test('a file goes along under its name, byte for byte', async () => {
  const folder = folderOf();
  const contenu = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256));
  await openMail({ folder }).send({
    ...mail,
    pieces: [{ nom: 'Relevé-POL001.pdf', type: 'application/pdf', contenu }],
  });
  const [message] = await derniers(folder);
  const [piece] = message?.attachments ?? [];
  expect(piece).toMatchObject({ filename: 'Relevé-POL001.pdf', mimeType: 'application/pdf' });
  expect(Buffer.from(piece?.content as ArrayBuffer).equals(contenu)).toBe(true);
});

test('a message is read by the name it has, and nothing else of the machine is', async () => {
  const folder = folderOf();
  await openMail({ folder }).send(mail);
  const [message] = await derniers(folder);
  expect((await lire(folder, message?.nom as string))?.subject).toBe('Bonjour');
  for (const nom of ['../../etc/passwd', 'x', '', `../${message?.nom}`, `${message?.nom}.eml`])
    expect(await lire(folder, nom), nom).toBeUndefined();
});

test('in production there is no folder to fall back on: the message waits for a server', async () => {
  await expect(openMail({}).send(mail)).rejects.toMatchObject({
    again: true,
    message: expect.stringContaining('SMTP_URL'),
  });
});
