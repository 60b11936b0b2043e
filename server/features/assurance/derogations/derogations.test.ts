import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { type Jour, plusJours } from '../../../core/jours.ts';
import { type Maison, maison, type Reponse, type Vendu } from '../avenants/maison.fixture.ts';
import type { Duree, Periodicite } from '../echeancier.ts';
import { primeAnnuelle } from './conditions.ts';

const TODAY = '2028-02-15';
let all: Maison;
beforeAll(async () => {
  all = await maison(TODAY);
});
afterAll(() => all.close());

/** 90 millions a year, paid for the first month: cover ends on 14 February. */
const sold: Vendu = { date_effet: '2028-01-15', montant: 7_500_000, periodicite: 'mensuelle' };
const contrat = async (more: Partial<Vendu> = {}) => (await all.contrat({ ...sold, ...more })).id;
const ask = (id: number, date_debut: Jour, date_fin: Jour, send: Send = all.paul) =>
  send<Reponse>('POST', `/souscriptions/${id}/demander-derogation`, {
    date_debut,
    date_fin,
    motif: 'virement en route',
  });
const decide = (id: number, verb: string, send: Send, body: object = {}) =>
  send<Reponse>('POST', `/derogations/${id}/${verb}`, body);
const read = async (id: number) => (await all.paul<Reponse>('GET', `/derogations/${id}`)).body;
const covered = async (id: number, jour: Jour) =>
  (await all.rows<{ covered: boolean }>('select couverture_le($1, $2) as covered', [id, jour]))[0]?.covered;

async function asked(debut: Jour = TODAY, fin: Jour = plusJours(TODAY, 29), more: Partial<Vendu> = {}) {
  const id = await contrat(more);
  const { status, body, text } = await ask(id, debut, fin);
  expect(status, text).toBe(200);
  return { id, derogation: body.resultat.derogation_id };
}
async function granted(...args: Parameters<typeof asked>) {
  const made = await asked(...args);
  for (const send of [all.brice, all.mireille])
    expect((await decide(made.derogation, 'approuver', send)).status).toBe(200);
  return made;
}

describe('who may be lent cover', () => {
  test.each<[string, Partial<Vendu>, Jour, Jour, number, string]>([
    ['health', { branche: 'SAN' }, TODAY, TODAY, 409, 'Pas de dérogation en santé'],
    ['motor', { branche: 'AUT' }, TODAY, TODAY, 409, 'Pas de dérogation en santé'],
    ['goods', { branche: 'HAB' }, TODAY, TODAY, 409, 'Pas de dérogation en santé'],
    ['a premium below the law’s', { montant: 7_199_999 }, TODAY, TODAY, 409, 'au moins 86 400 000 francs'],
    ['a request that nobody paid for', { statut: 'en_attente' }, TODAY, TODAY, 409, 'attend son premier paiement'],
    ['days that are over', {}, plusJours(TODAY, -1), TODAY, 400, 'jours passés'],
    ['an end before the start', {}, plusJours(TODAY, 1), TODAY, 400, 'après le premier'],
    ['61 days', {}, TODAY, plusJours(TODAY, 60), 400, 'Au plus 60 jours'],
    ['days after the contrat', { date_effet: '2027-03-01' }, '2028-02-20', '2028-03-01', 400, 'sortent du contrat'],
    ['days before the contrat', { date_effet: '2028-03-01' }, TODAY, '2028-03-02', 400, 'sortent du contrat'],
  ])('not %s', async (_, more, debut, fin, status, sentence) => {
    const refused = await ask(await contrat(more), debut, fin);
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(sentence)]);
  });

  test('up to the last day, also in pieces: never twice on a day, never beyond the maximum', async () => {
    const { id } = await asked(TODAY, plusJours(TODAY, 39));
    expect((await ask(id, plusJours(TODAY, 39), plusJours(TODAY, 45))).body.errors).toHaveProperty('date_debut');
    expect((await ask(id, plusJours(TODAY, 40), plusJours(TODAY, 60))).text).toContain('cela ferait 61 jours');
    expect((await ask(id, plusJours(TODAY, 40), plusJours(TODAY, 59))).status).toBe(200);
    await asked(TODAY, plusJours(TODAY, 59));
  });

  test.each<[number, Periodicite, Duree, number]>([
    [1000, 'mensuelle', { duree: 12, duree_unite: 'mois' }, 12_000],
    [1000, 'mensuelle', { duree: 365, duree_unite: 'jours' }, 12_000],
    [1000, 'mensuelle', { duree: 6, duree_unite: 'mois' }, 6000],
    [1000, 'unique', { duree: 24, duree_unite: 'mois' }, 500],
    [1000, 'unique', { duree: 7, duree_unite: 'jours' }, 1000],
    [1000, 'semestrielle', { duree: 36, duree_unite: 'mois' }, 2000],
  ])('%i francs, %s, for %j are %i a year', (montant, periodicite, duree, prime) => {
    expect(primeAnnuelle(montant, periodicite, duree)).toBe(prime);
  });
});

describe('three different persons', () => {
  test('ask, approve and grant; each decides once', async () => {
    const { derogation, id } = await asked();
    expect((await decide(derogation, 'approuver', all.paul)).body.message).toContain('Une autre personne');
    expect((await decide(derogation, 'rejeter', all.paul, { motif: 'mon idée' })).status).toBe(409);
    expect((await decide(derogation, 'approuver', all.awa)).status).toBe(403);
    expect((await decide(derogation, 'approuver', all.brice)).body.statut).toBe('approuvee');
    expect(await covered(id, TODAY)).toBe(false);
    expect((await decide(derogation, 'approuver', all.brice)).status).toBe(409);
    expect((await decide(derogation, 'approuver', all.mireille)).body.statut).toBe('accordee');
    expect(await covered(id, TODAY)).toBe(true);
    expect((await decide(derogation, 'approuver', all.mireille)).body.message).toContain('déjà accordée');
    expect(await read(derogation)).toMatchObject({
      numero: expect.stringMatching(/^DER-\d{4}-\d{5}$/),
      ...{ motif: 'virement en route', approbateur_1_id: all.brice.id, actions: [] },
      approbateur_2_id: all.api.people.mireille.id,
    });
  });

  test('also when two approve at once, or one twice', async () => {
    const { derogation } = await asked();
    const checker = await all.personne('controleur', { derogations: { lire: true, approuver: true } });
    const answers = await Promise.all([checker, checker].map((send) => decide(derogation, 'approuver', send)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = await Promise.all([all.brice, all.mireille].map((send) => decide(derogation, 'approuver', send)));
    expect(second.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await read(derogation)).toMatchObject({ statut: 'accordee' });
  });

  test.each([
    ['the requester approves', `statut = 'approuvee', approbateur_1_id = demandeur_id`],
    ['one approves twice', `statut = 'accordee', accordee_le = now(), approbateur_1_id = $2, approbateur_2_id = $2`],
    ['nobody grants', `statut = 'accordee', accordee_le = now(), approbateur_1_id = $2`],
    ['the requester rejects', `statut = 'rejetee', motif_rejet = 'x', rejetee_par_id = demandeur_id`],
    ['nobody says why', `statut = 'rejetee', rejetee_par_id = $2`],
    ['the dates move', `date_fin = date_fin + 1`],
  ])('in the database too: not when %s', async (_, change) => {
    const { derogation } = await asked();
    const text = `with unused as (select $2::bigint) update derogations set ${change} where id = $1`;
    await expect(all.rows(text, [derogation, all.brice.id])).rejects.toThrow(/violates check|never rewritten/);
  });

  test('a rejection says why and stays; what was granted is not undone', async () => {
    const { derogation, id } = await asked();
    expect((await decide(derogation, 'rejeter', all.brice)).body.errors).toHaveProperty('motif');
    expect((await decide(derogation, 'rejeter', all.brice, { motif: 'déjà deux fois' })).status).toBe(200);
    expect(await read(derogation)).toMatchObject({ statut: 'rejetee', motif_rejet: 'déjà deux fois' });
    expect((await ask(id, TODAY, TODAY)).status).toBe(200);
    const done = await granted();
    expect((await decide(done.derogation, 'rejeter', all.brice, { motif: 'trop tard' })).status).toBe(409);
    await expect(all.rows('delete from derogations where id = $1', [done.derogation])).rejects.toThrow();
    const path = `/derogations/${done.derogation}`;
    expect((await all.mireille('PATCH', path, {})).status).toBe(403);
    expect((await all.mireille('DELETE', path)).status).toBe(403);
  });

  test('an approval looks at the facts of today', async () => {
    const { derogation, id } = await asked();
    await decide(derogation, 'approuver', all.brice);
    await all.paul('POST', `/souscriptions/${id}/suspendre`, { motif: 'fraude supposée' });
    const { status, body } = await decide(derogation, 'approuver', all.mireille);
    expect([status, body.message]).toEqual([409, 'Cette souscription est suspendue.']);
    const other = await asked();
    const limit = (days: number) =>
      all.rows(`update parametres set valeur = $1 where code = 'derogation.jours_max'`, [String(days)]);
    await limit(10);
    const shortened = await decide(other.derogation, 'approuver', all.brice);
    await limit(60);
    expect([shortened.status, shortened.body.message]).toEqual([409, expect.stringContaining('Au plus 10 jours')]);
  });
});

describe('the cover that is lent', () => {
  test('is that of its days: neither the one before nor the one after', async () => {
    const { id } = await granted(plusJours(TODAY, 2), plusJours(TODAY, 10));
    const days = [
      '2028-02-14',
      TODAY,
      plusJours(TODAY, 1),
      plusJours(TODAY, 2),
      plusJours(TODAY, 10),
      plusJours(TODAY, 11),
    ];
    expect(await Promise.all(days.map((day) => covered(id, day)))).toEqual([true, false, false, true, true, false]);
  });

  test('begins when it is granted, never on days that were over', async () => {
    const { id, derogation } = await asked('2028-02-15', '2028-02-20');
    await all.rows(`update derogations set statut = 'approuvee', approbateur_1_id = $2 where id = $1`, [
      derogation,
      all.brice.id,
    ]);
    await all.rows(
      `update derogations set statut = 'accordee', approbateur_2_id = $2, accordee_le = '2028-02-18 08:00+01' where id = $1`,
      [derogation, all.api.people.mireille.id],
    );
    expect([await covered(id, '2028-02-17'), await covered(id, '2028-02-18')]).toEqual([false, true]);
  });

  test('stops where the contrat is suspended or ended, and activates or renews nothing', async () => {
    const { id } = await granted();
    const [row] = await all.rows<object>('select statut, paye, expire_le from souscriptions where id = $1', [id]);
    expect(row).toEqual({ statut: 'activee', paye: 7_500_000, expire_le: '2029-01-14' });
    await all.paul('POST', `/souscriptions/${id}/resilier`, { motif: 'à sa demande' });
    expect(await covered(id, plusJours(TODAY, 1))).toBe(false);
  });
});
