import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestBody as airtelBody } from './airtel/airtel.ts';
import { demande, openTills } from './clients.fixture.ts';
import { requestBody as mtnBody } from './mtn/mtn.ts';
import { isExternalId, isNote } from './sandbox/mtn-checks.ts';
import { externalId, plain } from './text.ts';

const french = fc.string({
  unit: fc.constantFrom(...'aàâäbcçdeéèêëiîïoôöœuùûüyÿæ ÀÉÈÇŒ’\'"«»…–—-.,;:!?%&@#€°()/\n\t0123456789'),
  maxLength: 400,
});
const anything = fc.oneof(french, fc.string({ unit: 'binary', maxLength: 400 }));

test('whatever is written, the operators’ checks take it as a note and as a number', () => {
  fc.assert(
    fc.property(anything, anything, (libelle, externe) => {
      const { payerMessage, payeeNote, externalId: id } = mtnBody(demande({ libelle, externe }), 'XAF');
      expect([isNote(payerMessage), isNote(payeeNote), isExternalId(id)]).toEqual([true, true, true]);
      expect(payerMessage.length).toBeGreaterThan(0);
      const { reference } = airtelBody(demande({ libelle, telephone: '+242051234567' }), 'CG', 'XAF');
      expect(reference).toMatch(/^[A-Za-z0-9.-][A-Za-z0-9 .-]{0,63}$/);
    }),
    { numRuns: 2000 },
  );
});

test('amounts are whole: a text at MTN, a number at Airtel', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (montant) => {
      const { amount } = mtnBody(demande({ montant }), 'XAF');
      expect(amount).toMatch(/^[1-9]\d*$/);
      expect(Number(amount)).toBe(montant);
      expect(airtelBody(demande({ montant }), 'CG', 'XAF').transaction.amount).toBe(montant);
    }),
  );
});

test('numbers are 242… at MTN, and national with their 0 at Airtel, where they stay one number', () => {
  fc.assert(
    fc.property(fc.constantFrom('04', '05', '06'), fc.integer({ min: 0, max: 9_999_999 }), (prefix, rest) => {
      const telephone = `+242${prefix}${String(rest).padStart(7, '0')}`;
      expect(mtnBody(demande({ telephone }), 'XAF').payer.partyId).toBe(telephone.slice(1));
      const { msisdn } = airtelBody(demande({ telephone }), 'CG', 'XAF').subscriber;
      expect(msisdn).toMatch(/^0\d{8}$/);
      expect(parsePhoneNumberFromString(msisdn, 'CG')?.number).toBe(telephone);
    }),
  );
});

test.each([
  ['Prime d’assurance, août', 'Prime d assurance aout'],
  ["L'œuvre de Noël à 100 %", 'L oeuvre de Noel a 100'],
  ['Police MI-000123', 'Police MI-000123'],
  ['…', 'Paiement'],
])('%s is sent as %s', (libelle, sent) => {
  expect(plain(libelle, 160, 'Paiement')).toBe(sent);
});

test('our number loses its spaces', () => {
  expect(externalId('PAY 2026 / 001')).toBe('PAY2026001');
});

let world: Awaited<ReturnType<typeof openTills>>;
beforeAll(async () => {
  world = await openTills();
});
afterAll(() => world.stop());

test('the sandbox takes such texts over HTTP', async () => {
  const texts = fc.sample(french, { numRuns: 30, seed: 7 });
  for (const libelle of texts) {
    expect(await world.tills.mtn.demander(demande({ libelle }))).toEqual({ issue: 'acceptee' });
  }
});

test('the sandbox is as strict as the original: it refuses what our clients never send', async () => {
  const { url, variables } = world;
  const key = { 'Ocp-Apim-Subscription-Key': variables.MOMO_MTN_CLE };
  const basic = Buffer.from(`${variables.MOMO_MTN_UTILISATEUR}:${variables.MOMO_MTN_SECRET}`).toString('base64');
  const token = (init: RequestInit) => fetch(`${url}/collection/token/`, { method: 'POST', ...init });
  expect((await token({ headers: { Authorization: `Basic ${basic}` } })).status).toBe(401);
  expect((await token({ headers: { ...key, Authorization: `Basic ${basic}` }, body: '{}' })).status).toBe(400);
  const answer = await token({ headers: { ...key, Authorization: `Basic ${basic}` } });
  const { access_token } = (await answer.json()) as { access_token: string };

  const good = {
    ...key,
    Authorization: `Bearer ${access_token}`,
    'X-Reference-Id': '7d444840-9dc0-41d1-b245-5ffdce74fad2',
    'X-Target-Environment': 'sandbox',
    'Content-Type': 'application/json',
  };
  const post = async (headers: Record<string, string>, body: object, path = '/collection/v1_0/requesttopay') => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    return `${response.status} ${text && (JSON.parse(text) as { code?: string }).code}`.trim();
  };
  const body = mtnBody(demande(), 'EUR');
  expect(await post({ ...good, 'X-Reference-Id': '7d444840-9dc0-11d1-b245-5ffdce74fad2' }, body)).toMatch(/^400/);
  expect(await post({ ...good, 'X-Callback-Url': '' }, body)).toMatch(/^400/);
  expect(await post({ ...good, 'X-Callback-Url': 'ftp://localhost/x' }, body)).toMatch(/^400/);
  expect(await post({ ...good, 'X-Callback-Url': 'http://127.0.0.1/x' }, body)).toBe('500 INVALID_CALLBACK_URL_HOST');
  expect(await post({ ...good, 'X-Callback-Url': 'http://elsewhere.cg/x' }, body)).toBe(
    '500 INVALID_CALLBACK_URL_HOST',
  );
  expect(await post({ ...good, 'X-Target-Environment': 'CD' }, body)).toBe('500 NOT_ALLOWED_TARGET_ENVIRONMENT');
  expect(await post({ ...good, 'X-Target-Environment': 'mtncongo' }, body)).toBe('500 INVALID_CURRENCY');
  expect(await post(good, { ...body, currency: 'XAF' })).toBe('500 INVALID_CURRENCY');
  expect(await post(good, body, '//collection/v1_0/requesttopay')).toMatch(/^400/);
  for (const wrong of [
    { amount: 2500 },
    { amount: '' },
    { payerMessage: "l'été" },
    { payeeNote: 'x'.repeat(161) },
    { externalId: 'a b' },
  ]) {
    expect(await post(good, { ...body, ...wrong }), JSON.stringify(wrong)).toMatch(/^400/);
  }
  expect(await post(good, body)).toBe('202');
  expect(await post(good, body)).toBe('409 RESOURCE_ALREADY_EXIST');
});
