import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { said, smsGateway } from './gateway.fixture.ts';
import { gateway } from './gateway.ts';

let server: Awaited<ReturnType<typeof smsGateway>>;
beforeEach(async () => {
  server = await smsGateway();
});
afterEach(() => server.close());

const sms = { telephone: '+242061234567', texte: 'Votre code : 483920. C’est à vous & à vous seul' };
const account = { utilisateur: 'intia', cle: 'SENTINELLE-cle', expediteur: 'INTIA' };
const port = (url = server.url, patience = 10_000) => gateway({ ...account, url, patience });
const refusal = (url?: string, patience?: number) =>
  port(url, patience)
    .envoyer(sms)
    .then(
      () => undefined,
      (error) => error,
    );

test('the gateway gets account, number, text and sender as a form, and the key in a header', async () => {
  await port().envoyer(sms);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({
    headers: { apikey: 'SENTINELLE-cle', 'content-type': expect.stringContaining('application/x-www-form-urlencoded') },
    form: { username: 'intia', to: sms.telephone, message: sms.texte, from: 'INTIA' },
  });
  expect(port().lieu).toBe(`passerelle ${new URL(server.url).host}`);
});

test('without a sender of its own the gateway’s is used', async () => {
  await gateway({ ...account, url: server.url, expediteur: undefined }).envoyer(sms);
  expect(server.received[0]?.form).not.toHaveProperty('from');
});

test.each([
  [100, 'Processed', undefined],
  [101, 'Success', undefined],
  [102, 'Queued', undefined],
  [401, 'RiskHold', false],
  [402, 'InvalidSenderId', true],
  [403, 'InvalidPhoneNumber', false],
  [404, 'UnsupportedNumberType', false],
  [405, 'InsufficientBalance', true],
  [406, 'UserInBlacklist', false],
  [407, 'CouldNotRoute', false],
  [500, 'InternalServerError', true],
  [501, 'GatewayError', true],
  [502, 'RejectedByGateway', true],
])('%i %s: may it be tried again? %s', async (code, status, again) => {
  server.answers(201, said(code, status));
  const error = await refusal();
  expect(error?.again).toBe(again);
  if (again !== undefined) expect(error.message).toBe(`la passerelle SMS refuse le message : ${code} ${status}`);
});

test('an answer without a recipient sent nothing', async () => {
  server.answers(201, { SMSMessageData: { Message: 'InvalidSenderId', Recipients: [] } });
  expect(await refusal()).toMatchObject({ again: true, message: expect.stringContaining('InvalidSenderId') });
});

test.each([
  [302, true],
  [400, false],
  [401, true],
  [403, true],
  [429, true],
  [500, false],
  [502, false],
  [503, true],
])('HTTP %i: may it be tried again? %s', async (status, again) => {
  server.answers(status, 'no', { location: 'https://elsewhere.test' });
  expect(await refusal()).toMatchObject({ again, message: expect.stringContaining(`HTTP ${status}`) });
  expect(server.received).toHaveLength(1);
});

const UNKNOWN = { again: false, message: expect.stringContaining('on ne sait pas si le SMS est parti') };

test('an answer that says nothing is no success, and no reason to send twice', async () => {
  server.answers(200, '<html>ok</html>');
  expect(await refusal()).toMatchObject(UNKNOWN);
});

test('a gateway that keeps silent is left after its time, and the message is not sent twice', async () => {
  server.does(() => undefined);
  expect(await refusal(server.url, 300)).toMatchObject(UNKNOWN);
  expect(server.received).toHaveLength(1);
});

test('a gateway that hangs up after it was told may have sent: not twice', async () => {
  server.does((request) => request.socket.destroy());
  expect(await refusal()).toMatchObject(UNKNOWN);
  expect(server.received).toHaveLength(1);
});

test('a gateway that was not there for a moment is asked once more', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const url = `http://127.0.0.1:${free}/`;
  expect(await refusal(url)).toMatchObject({ again: true, message: expect.stringContaining('ECONNREFUSED') });

  let messages = 0;
  const sending = port(url).envoyer(sms);
  const late = createServer((_request, response) => {
    messages += 1;
    response.writeHead(201).end(JSON.stringify(said(101, 'Success')));
  }).listen(free, '127.0.0.1');
  await sending;
  late.closeAllConnections();
  late.close();
  expect(messages).toBe(1);
});

test('no error repeats the key, the number or the text, whatever the gateway quotes', async () => {
  const quoted = `${sms.texte} to ${sms.telephone} with SENTINELLE-cle`;
  for (const [status, body] of [
    [400, quoted],
    [201, { SMSMessageData: { Message: quoted, Recipients: [] } }],
    [201, said(403, quoted)],
  ] as const) {
    server.answers(status, body);
    const error = await refusal();
    expect(`${error} ${error.stack}`).not.toMatch(/483920|061234567|SENTINELLE/);
  }
});
