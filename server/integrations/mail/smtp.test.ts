import { afterEach, beforeEach, expect, test } from 'vitest';
import { lienMotDePasse } from './modeles/lien-mot-de-passe.ts';
import { smtp } from './smtp.ts';
import { smtpServer } from './smtp-server.fixture.ts';

let server: Awaited<ReturnType<typeof smtpServer>>;

beforeEach(async () => {
  server = await smtpServer();
});
afterEach(() => server.close());

const mail = lienMotDePasse('awa@guichet.test', 'fr', {
  prenom: 'Awa',
  lien: 'https://guichet.test/admin/x/TOKEN',
  minutes: 60,
});
const send = () => smtp(server.url, 'Guichet <guichet@intia.test>').send(mail);

test('a message reaches the server, from and to whom it should', async () => {
  await send();
  expect(server.messages).toHaveLength(1);
  expect(server.recipients).toEqual(['<awa@guichet.test>']);
  expect(server.messages[0]).toContain('From: Guichet <guichet@intia.test>');
  expect(server.messages[0]).toContain('To: awa@guichet.test');
  expect(server.messages[0]).toContain('multipart/alternative');
});

test('a file goes along, and a path in its name fetches nothing', async () => {
  const contenu = Buffer.from('%PDF-1.7 essai');
  const pieces = [{ nom: '/etc/hostname', type: 'application/pdf', contenu }];
  await smtp(server.url, 'g@intia.test').send({ ...mail, pieces });
  expect(server.messages[0]).toContain(contenu.toString('base64'));
  expect(server.messages[0]).toContain('multipart/mixed');
});

test('an address cannot smuggle in a second one, nor a subject a header', async () => {
  await smtp(server.url, 'g@intia.test').send({
    ...mail,
    a: 'awa@guichet.test, eve@evil.test',
    sujet: 'A\r\nBcc: eve@evil.test',
  });
  expect(server.recipients).toHaveLength(1);
  expect(server.recipients).not.toContain('<eve@evil.test>');
  expect(server.messages[0]).not.toMatch(/^Bcc:/m);
});

test.each([
  ['RCPT TO', '450 4.2.1 mailbox busy'],
  ['END', '451 4.3.0 try later'],
  ['MAIL FROM', '421 4.7.0 too many connections'],
  ['CONNECT', '554 5.7.1 your address is listed'],
] as const)('%s %s: trying again can help', async (step, answer) => {
  server.refusals[step] = answer;
  await expect(send()).rejects.toMatchObject({ again: true, message: expect.stringContaining(answer) });
});

test.each([
  ['RCPT TO', '550 5.1.1 no such user'],
  ['MAIL FROM', '553 5.1.8 sender refused'],
  ['END', '552 5.3.4 too big'],
] as const)('%s %s: trying again cannot help', async (step, answer) => {
  server.refusals[step] = answer;
  await expect(send()).rejects.toMatchObject({ again: false, message: expect.stringContaining(answer) });
});

test('a server that is not there may be there later', async () => {
  const { url } = server;
  await expect(smtp(url.replace(/\d+$/, '1'), 'g@intia.test').send(mail)).rejects.toMatchObject({
    again: true,
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test('what the server quotes of the message does not carry its link into our logs', async () => {
  server.refusals.END = '554 5.7.1 blocked: https://guichet.test/admin/x/TOKEN is listed';
  const error = await send().catch((caught: Error) => caught);
  expect(String(error)).toContain('blocked: …');
  expect(String(error)).not.toContain('TOKEN');
});

test('a password goes to another machine over TLS, or not at all', async () => {
  const elsewhere = server.url.replace('//127.0.0.1', '//mireille:secret@127.0.0.2');
  await expect(smtp(elsewhere, 'g@intia.test').send(mail)).rejects.toMatchObject({ again: true });
  expect(server.messages).toEqual([]);
});

test('where mail goes is said without the password', () => {
  expect(smtp('smtp://mireille:secret@mail.intia.test:2525', 'g@intia.test').lieu).toBe('serveur mail.intia.test:2525');
});
