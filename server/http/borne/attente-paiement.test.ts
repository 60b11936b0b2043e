import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';

let borne: Borne;
let send: Send;
let suivi: string;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  await borne.oublier();
  await borne.db.rows(
    `update tentatives set etat = 'echouee', fini_le = now(), prochain_le = null, motif_code = 'refuse' where fini_le is null`,
  );
  await borne.db.rows(`update paiements set statut = 'annule' where statut in ('initie', 'en_cours')`);
  vi.useFakeTimers({ toFake: ['Date'] });
  send = await borne.as(JEAN);
  const paid = await send<{ suivi: string }>('POST', '/contrats/POL001/payer', {
    operateur: 'mtn_money',
    montant: 1000,
  });
  expect(paid.status, paid.text).toBe(202);
  suivi = paid.body.suivi;
});
afterEach(() => vi.useRealTimers());

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const poll = (as: Send) => as('GET', `/borne/paiements/${suivi}`);
const home = async (as: Send) => (await as('GET', '/clients/POL001/dashboard')).status;
const statut = (value: string) =>
  borne.db.rows(`update paiements set statut = $1, motif_echec = 'refusé' where id = (select max(id) from paiements)`, [
    value,
  ]);

/** Polls every 20 seconds. */
async function wait(seconds: number, as = send) {
  for (let left = seconds; left > 0; left -= 20) {
    later(Math.min(20, left));
    expect((await poll(as)).status).toBe(200);
  }
}

test('who waits for their own payment stays signed in for as long as the terminal waits', async () => {
  await wait(350);
  later(100);
  expect(await home(send)).toBe(200);
});

test('and no longer: from then on the polls count for nothing', async () => {
  await wait(460);
  later(20);
  expect((await poll(send)).status).toBe(200);
  expect(await home(send)).toBe(401);
});

test('not where the institution waits for less', async () => {
  await borne.parametre('borne.attente_paiement_secondes', 60);
  await wait(180);
  await borne.db.rows(`delete from parametres where code = 'borne.attente_paiement_secondes'`);
  expect(await home(send)).toBe(401);
});

test.each(['echoue', 'annule'])('a payment that is %s keeps nobody', async (value) => {
  await wait(60);
  await statut(value);
  await wait(120);
  expect(await home(send)).toBe(401);
});

test('polling without the token keeps nobody', async () => {
  await wait(120, borne.api.anonymous);
  expect(await home(send)).toBe(401);
});

test('somebody else’s payment keeps nobody', async () => {
  const marie = await borne.as(MARIE);
  await wait(120, marie);
  expect((await marie('GET', '/clients/POL003/dashboard')).status).toBe(401);
});

test('whoever is out may still see how the payment stands', async () => {
  later(200);
  expect((await poll(send)).status).toBe(200);
  expect(await home(send)).toBe(401);
});
