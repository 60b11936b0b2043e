import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openSms } from './sms.ts';

const telephone = '+242061234567';
const place = () => path.join(mkdtempSync(path.join(tmpdir(), 'guichet-')), 'sms');

test('without a gateway SMS land in a folder that only its owner reads, the last ones first', async () => {
  const folder = place();
  const port = openSms({ folder });
  expect(port.lieu).toBe(`dossier ${folder}`);
  for (let n = 1; n <= 12; n++) await port.envoyer({ telephone, texte: `n° ${n}` });
  await port.envoyer({ telephone: '+242059876543', texte: 'to another' });
  const read = await openSms({ folder }).derniers?.(telephone);
  expect(read).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `n° ${n}`));
  expect(await port.derniers?.('+237670000000')).toEqual([]);
  const files = readdirSync(path.join(folder, telephone));
  expect(files).toHaveLength(12);
  expect(statSync(path.join(folder, telephone, files[0] as string)).mode & 0o077).toBe(0);
});

test('a number leads to no other folder', async () => {
  const folder = place();
  await openSms({ folder }).envoyer({ telephone: '../../+1', texte: 'x' });
  expect(readdirSync(folder)).toEqual(['+1']);
});

test('a folder that takes nothing is said without the number', async () => {
  const folder = place();
  writeFileSync(folder, 'a file stands here');
  await expect(openSms({ folder }).envoyer({ telephone, texte: 'x' })).rejects.toMatchObject({
    again: true,
    message: expect.not.stringContaining('061234567'),
  });
});

test('in production there is no folder to fall back on: nothing is sent, and that is said', async () => {
  const port = openSms({});
  expect(port.derniers).toBeUndefined();
  await expect(port.envoyer({ telephone, texte: 'x' })).rejects.toMatchObject({
    again: true,
    message: expect.stringContaining('SMS_URL'),
  });
});

test('a gateway that is set up is used, folder or not', () => {
  const port = openSms({ url: 'https://sms.test/envoi', utilisateur: 'u', cle: 'k', folder: '/nowhere' });
  expect(port.lieu).toBe('passerelle sms.test');
  expect(port.derniers).toBeUndefined();
});
