import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ZONE } from '../../../core/jours.ts';
import { openTelephones, type Telephones } from './telephones.fixture.ts';

let t: Telephones;
beforeAll(async () => {
  t = await openTelephones();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.rows('delete from abonnements_push');
  await t.db.rows('delete from parametres');
});

/** A month after the beginning, 7 February. */
const EFFET = '2026-01-07';

async function days(...jours: number[]) {
  for (const jour of jours) await t.le(`2026-02-${String(jour).padStart(2, '0')}`);
  await t.fini();
}

test('a client is reminded seven days before, the day before and the day after, once each', async () => {
  const client = await t.client();
  await t.contrat(client, '2026-01-09');
  const { textes } = await t.telephone(client);
  await days(1);
  expect(textes()).toEqual([]);
  await days(2, 2, 3, 7, 8, 8, 9, 10, 10, 11, 12);
  expect(textes()).toEqual([
    'Une cotisation est à payer dans 7 jours.',
    'Une cotisation est à payer demain.',
    'Une cotisation était à payer hier. Payez-la pour rester couvert.',
  ]);
});

test('two runs at the same time tell once', async () => {
  const client = await t.client();
  await t.contrat(client, EFFET);
  const { textes } = await t.telephone(client);
  await Promise.all([t.le('2026-02-06'), t.le('2026-02-06'), t.le('2026-02-06')]);
  await t.fini();
  expect(textes()).toEqual(['Une cotisation est à payer demain.']);
});

test('what is paid in the meantime is not asked for any more, the next period is', async () => {
  const client = await t.client();
  const id = await t.contrat(client, EFFET);
  const { textes } = await t.telephone(client);
  await days(6);
  await t.db.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ('PAYE-1', $1, 'cotisation', 'especes', 5000, 'reussi', now())`,
    [id],
  );
  await days(8, 28);
  expect(textes()).toEqual(['Une cotisation est à payer demain.', 'Une cotisation est à payer dans 7 jours.']);
});

test('several contrats that fall due on one day are one reminder, on each telephone, in its language', async () => {
  const client = await t.client();
  await t.contrat(client, EFFET);
  await t.contrat(client, EFFET);
  const [one, other] = [await t.telephone(client), await t.telephone(client, { langue: 'en' })];
  await days(6);
  expect(one.textes()).toEqual(['Une cotisation est à payer demain.']);
  expect(other.textes()).toEqual(['An instalment is to be paid tomorrow.']);
});

test('it tells nothing of the client, and opens a page below /espace', async () => {
  const client = await t.client('MAKOSSO');
  await t.contrat(client, EFFET);
  const { recus } = await t.telephone(client);
  await days(6);
  expect(recus[0]?.contenu).toEqual({
    titre: 'Échéance',
    texte: 'Une cotisation est à payer demain.',
    chemin: '/espace/contrats',
    sujet: 'echeances',
  });
});

test('nobody is reminded who does not want it, whose consent has ended, who is no client any more', async () => {
  const [other, gone] = [await t.client(), await t.client()];
  for (const client of [other, gone]) await t.contrat(client, EFFET);
  const before = t.there.appels();
  await t.telephone(other, { sujets: ['paiements', 'annonces'] });
  const old = await t.telephone(other);
  await t.db.rows(`update abonnements_push set expire_le = now() where id = $1`, [old.id]);
  await t.telephone(gone);
  await t.db.rows('update clients set supprime_le = now() where id = $1', [gone]);
  await days(6);
  expect(t.there.appels()).toBe(before);
});

test('an institution may remind earlier, or not at all', async () => {
  const client = await t.client();
  await t.contrat(client, '2026-01-21');
  const { textes } = await t.telephone(client);
  await t.db.rows(`insert into parametres (code, valeur) values ('push.jours', '14')`);
  await days(7, 14);
  expect(textes()).toEqual(['Une cotisation est à payer dans 14 jours.']);
  await t.db.rows(`insert into parametres (code, valeur) values ('push.rappels', 'non')`);
  await days(20);
  expect(textes()).toHaveLength(1);
});

test('however many there are, they are gone through a few at a time', async () => {
  const all = [];
  for (let n = 0; n < 5; n++) {
    const client = await t.client();
    await t.contrat(client, EFFET);
    all.push(await t.telephone(client));
  }
  await t.le('2026-02-06', 2);
  await t.fini();
  expect(all.map(({ textes }) => textes().length)).toEqual([1, 1, 1, 1, 1]);
});

test('it is done at eight in the morning, in winter as in summer', () => {
  expect(t.jobs['rappeler-echeances']?.cron).toBe('0 7 * * *');
  const hour = new Intl.DateTimeFormat('fr', { timeZone: ZONE, hour: '2-digit', hour12: false });
  for (const day of ['2026-01-15', '2026-07-15']) expect(hour.format(new Date(`${day}T07:00:00Z`))).toBe('08 h');
});
