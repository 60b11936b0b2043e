import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { maskPhone } from '../../core/phone.ts';
import { airtel } from './airtel/airtel.ts';
import { demande, openTills } from './clients.fixture.ts';
import { type Echange, masked } from './echange.ts';
import { mtn } from './mtn/mtn.ts';
import { provision } from './mtn/provision.ts';

const SECRETS = {
  cle: 'SENTINELLE-abonnement/1',
  utilisateur: '5e9711e1-0000-4000-8000-000000000001',
  secret: 'SENTINELLE "secret" 2',
  client: 'SENTINELLE-client-3',
  cle_rappel: 'SENTINELLE-rappel-4',
  token: 'SENTINELLE-jeton-5',
};
const PHONES = ['+242061234567', '242061234567', '+242051234567', '242051234567', '051234567', '+237670123456'];

let hote: string;
let stop: () => void;

/** An operator that repeats everything it is told, keys and all, as an indiscreet error page would. */
beforeAll(async () => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { cle, utilisateur, secret, client, cle_rappel, token: value } = SECRETS;
      const { url = '', headers } = request;
      const own = /^\/(v1_0|collection)/.test(url)
        ? { cle, utilisateur: url.startsWith('/c') && utilisateur }
        : { client, cle_rappel };
      const echo = {
        headers,
        body,
        ...own,
        secret: !url.startsWith('/v1_0') && secret,
        value: !url.startsWith('/v1_0') && value,
        phones: PHONES,
        url,
      };
      const token = url.includes('token') && { access_token: value, expires_in: 3600 };
      response.end(JSON.stringify(token ? { ...token, echo } : echo));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hote = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close();
});
afterAll(() => stop());

/** Every way in which a key could stand in a text. */
const forms = (secret: string) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];

test('no key, token or full number gets into an exchange, whatever the operator repeats', async () => {
  const notes: Echange[] = [];
  const options = { noter: (echange: Echange) => void notes.push(echange) };
  const place = { hote, devise: 'EUR', pays: null, environnement: 'sandbox' } as const;
  const { cle, utilisateur, secret, client, cle_rappel } = SECRETS;
  const tills = [
    { till: mtn({ ...place, cle, utilisateur, secret }, options), telephone: '+242061234567' },
    {
      till: airtel({ ...place, devise: 'XAF', pays: 'CG', client, secret, cle_rappel }, options),
      telephone: '+242051234567',
    },
  ];
  for (const { till, telephone } of tills) {
    const asked = demande({ telephone, libelle: `Pour ${telephone}` });
    await till.demander(asked);
    await till.consulter(asked.reference);
  }
  const holder = mtn({ ...place, cle, utilisateur, secret }, options);
  await holder.titulaireActif('+237670123456');
  await holder.solde();
  await provision({ hote, cle, hote_rappel: 'pay.example.cg', ...options }).catch(() => undefined);

  expect(notes.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['jeton', 'demande', 'etat', 'titulaire', 'solde', 'utilisateur']),
  );
  const kept = JSON.stringify(notes);
  const basic = Buffer.from(`${utilisateur}:${secret}`).toString('base64');
  for (const sentinel of [
    ...Object.values(SECRETS).flatMap(forms),
    basic,
    'SENTINELLE',
    ...PHONES.map((phone) => phone.slice(1)),
  ]) {
    expect(kept).not.toContain(sentinel);
  }
  expect(kept).toContain('+242 06 *** ** 67');
  const sent = notes.find(({ operation, operateur }) => operation === 'demande' && operateur === 'airtel_money');
  expect(sent?.requete).toContain('"msisdn":"05 *** ** 67"');
});

test('an exchange says what was asked, for which attempt, what came back and how long it took', async () => {
  const { tills, notes, url, stop: end } = await openTills();
  const asked = demande();
  await tills.mtn.demander(asked);
  await end();
  expect(notes).toHaveLength(2);
  expect(notes[0]).toMatchObject({ operation: 'jeton', reference: null, requete: null, statut: 200, erreur: null });
  expect(notes[1]).toMatchObject({
    operateur: 'mtn_money',
    operation: 'demande',
    methode: 'POST',
    url: `${url}/collection/v1_0/requesttopay`,
    reference: asked.reference,
    statut: 202,
    reponse: '',
  });
  expect(notes[1]?.duree_ms).toBeGreaterThanOrEqual(0);
  expect(notes[1]?.debut).toBeInstanceOf(Date);
});

test('an exchange that brought no answer says why', async () => {
  const { tills, notes, stop: end } = await openTills();
  await tills.mtn.solde();
  await end();
  await tills.mtn.consulter(demande().reference);
  expect(notes.at(-1)).toMatchObject({
    operation: 'etat',
    statut: null,
    reponse: null,
    erreur: expect.stringMatching(/^[A-Z_]+$/),
  });
});

test('a note that cannot be kept does not lose what the operator said', async () => {
  const { configurations, stop: end } = await openTills();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const till = mtn(configurations.mtn, { noter: () => Promise.reject(new Error('database away')) });
  expect(await till.demander(demande())).toEqual({ issue: 'acceptee' });
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
  await end();
});

test('bodies are bounded, and a key is not cut in two by the bound', () => {
  const long = masked(`${'x'.repeat(3990)}SENTINELLE-jeton-5`, [SECRETS.token]);
  expect(long.length).toBeLessThanOrEqual(4001);
  expect(long).not.toContain('SENT');
});

test('a key is masked in an answer that was cut off', () => {
  expect(masked('{"access_token":"SENTIN', [])).toBe('{"access_token":"***"');
});

test('a national number is masked in what the operator says, for nobody told us which it is', () => {
  expect(masked('Paid by 051234567.', [])).toBe('Paid by 05 *** ** 67.');
  expect(masked('{"m":"Paid\\n+242 06 123 45 67\\ntel242061234567"}', [])).not.toMatch(/123/);
});

test('an identifier that holds the digits of a number stays as it is', () => {
  const reference = '7d444840-9dc0-41d1-b245-242061234567';
  expect(masked(reference, [])).toBe(reference);
});

test.each([
  ['+242061234567', '+242 06 *** ** 67'],
  ['237670000450', '+237 67 *** ** 50'],
  ['061234567', '06 *** ** 67'],
  ['46733123450', '46 *** ** 50'],
])('%s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});
