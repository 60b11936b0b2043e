import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { type Avenants, avenantsLe } from './avenants.fixture.ts';
import type { Reponse, Vendu } from './maison.fixture.ts';

let all: Avenants;
beforeAll(async () => {
  all = await avenantsLe('2028-02-15');
});
afterAll(() => all.close());

const sold: Vendu = { date_effet: '2028-01-10', montant: 1000, periodicite: 'mensuelle', paye: 2000 };
const reject = (avenant: number, motif?: string, send: Send = all.brice) =>
  send<Reponse>('POST', `/avenants/${avenant}/rejeter`, motif === undefined ? {} : { motif });
const read = async (avenant: number) => (await all.paul<Reponse>('GET', `/avenants/${avenant}`)).body;
const termesOf = (id: number) => all.rows('select rang, montant from termes where souscription_id = $1', [id]);

async function asked(more: Partial<Vendu> = {}) {
  const contrat = await all.contrat({ ...sold, ...more });
  const { status, avenant } = await all.ask(contrat.id, { montant: 2000 });
  expect(status).toBe(200);
  return { ...contrat, avenant };
}

describe('asking', () => {
  test('says why, changes nothing yet, shows what it would do, and waits alone', async () => {
    const { id, avenant } = await asked();
    expect(await read(avenant)).toMatchObject({
      numero: expect.stringMatching(/^AVE-\d{4}-\d{5}$/),
      ...{ statut: 'demande', nature: 'montant', ancien_montant: 1000, nouveau_montant: 2000, decideur_id: null },
      ...{ motif: 'à la demande du client', date_effet: '2028-03-10', actions: ['approuver', 'rejeter'] },
      apercu: { date_expiration: '2029-01-09', du_avant: 12_000, du_apres: 22_000, ecart: 10_000 },
    });
    expect(await termesOf(id)).toEqual([{ rang: 0, montant: 1000 }]);
    const second = await all.ask(id, { montant: 3000 });
    expect([second.status, second.body.message]).toEqual([
      409,
      expect.stringMatching(/^Un avenant attend déjà une décision : AVE-/),
    ]);
    const mute = await all.paul<Reponse>('POST', `/souscriptions/${id}/demander-avenant`, { montant: 3000 });
    expect(Object.keys(mute.body.errors)).toEqual(['motif']);
  });

  test('twice at once leaves one', async () => {
    const { id } = await all.contrat(sold);
    const both = await Promise.all([all.ask(id, { montant: 2000 }), all.ask(id, { montant: 3000 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('does not stop payments, and what was paid meanwhile is allotted as ever', async () => {
    const { id, avenant, police } = await asked();
    const paid = await all.paul('POST', `/souscriptions/${id}/encaisser`, { montant: 1000, mode_paiement: 'especes' });
    expect(paid.status).toBe(200);
    expect((await all.approve(avenant)).status).toBe(200);
    expect((await all.cotisations(police)).slice(0, 3).map(({ montant, paye }) => [montant, paye])).toEqual([
      [1000, 1000],
      [1000, 1000],
      [2000, 1000],
    ]);
  });
});

describe('deciding', () => {
  test('is for another person than who asked, whatever the rights', async () => {
    const { avenant, id } = await asked();
    for (const verb of ['approuver', 'rejeter']) {
      const { status, body } = await all.paul<Reponse>('POST', `/avenants/${avenant}/${verb}`, {
        ...(verb === 'rejeter' ? { motif: 'mon idée' } : {}),
      });
      expect([status, body.message]).toEqual([409, expect.stringContaining('Une autre personne doit décider')]);
    }
    const chief = await all.contrat(sold);
    const own = await all.mireille<Reponse>('POST', `/souscriptions/${chief.id}/demander-avenant`, {
      ...{ montant: 2000, motif: 'pour voir' },
    });
    expect((await all.approve(own.body.resultat.avenant_id, all.mireille)).status).toBe(409);
    expect(await termesOf(id)).toHaveLength(1);
  });

  test('has no other door: no one writes a request or its state by hand', async () => {
    const { avenant, id } = await asked();
    for (const [method, path, body] of [
      ['PATCH', `/avenants/${avenant}`, { statut: 'approuve' }],
      ['PUT', `/avenants/${avenant}`, { statut: 'approuve' }],
      ['DELETE', `/avenants/${avenant}`, undefined],
      ['POST', '/avenants', { souscription_id: id, statut: 'approuve' }],
    ] as const)
      expect((await all.mireille(method, path, body)).status, method).toBeGreaterThanOrEqual(400);
    expect((await all.mireille<Reponse>('PATCH', `/souscriptions/${id}`, { montant: 5 })).body.errors).toHaveProperty(
      'montant',
    );
    expect(await read(avenant)).toMatchObject({ statut: 'demande' });
  });

  test('asks for the right to approve and to read, and for no other', async () => {
    const { avenant } = await asked();
    const checker = await all.personne('controleur', { avenants: { lire: true, approuver: true } });
    expect((await checker<Reponse>('GET', `/avenants/${avenant}`)).body.actions).toEqual(['approuver']);
    expect((await reject(avenant, 'pas le droit', checker)).status).toBe(403);
    const { status, body } = await all.approve(avenant, checker);
    expect([status, body.statut]).toEqual([200, 'approuve']);
    expect((await all.approve((await asked()).avenant, all.awa)).status).toBe(403);
  });

  test('by two people at once has one effect', async () => {
    const { avenant, id } = await asked();
    const both = await Promise.all([all.approve(avenant), all.approve(avenant, all.mireille)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await termesOf(id)).toEqual([
      { rang: 0, montant: 1000 },
      { rang: 1, montant: 2000 },
    ]);
  });

  test('with an approval is written to the souscription and to its history', async () => {
    const { avenant, id } = await asked();
    const { body } = await all.approve(avenant);
    expect(body).toMatchObject({ statut: 'approuve', decideur_id: all.brice.id, apercu: { ecart: 10_000 } });
    const sent = await all.paul<Reponse & { montant: number }>('GET', `/souscriptions/${id}`);
    expect(sent.body.montant).toBe(2000);
    const { results } = (await all.paul<Reponse>('GET', `/souscriptions/${id}/historique`)).body;
    expect(results[0]).toMatchObject({ avant: { montant: 1000 }, apres: { montant: 2000 } });
    expect((await all.approve(avenant)).body.message).toBe('Cet avenant a déjà été décidé.');
  });

  test('with a rejection asks why, and keeps the row', async () => {
    const { avenant, id } = await asked();
    expect((await reject(avenant)).body.errors).toHaveProperty('motif');
    expect((await reject(avenant, 'montant trop élevé')).status).toBe(200);
    expect(await read(avenant)).toMatchObject({ statut: 'rejete', motif_rejet: 'montant trop élevé', actions: [] });
    expect(await termesOf(id)).toHaveLength(1);
    expect((await all.ask(id, { montant: 3000 })).status).toBe(200);
  });

  test.each([
    ['the product no longer allows it', `update produits set montant_max = 1500 where id = $2`, 'entre 100 et 1 500'],
    ['the contrat was suspended', `update souscriptions set statut = 'suspendue' where id = $1`, 'est suspendue'],
    ['the contrat was ended', `update souscriptions set statut = 'resiliee' where id = $1`, 'est résiliée'],
    ['something else was sold', `update souscriptions set montant = 1500 where id = $1`, 'a changé depuis la demande'],
    [
      'it has expired',
      `update termes set date_effet = '2027-01-01', date_expiration = '2027-12-31' where souscription_id = $1`,
      'a expiré',
    ],
  ])('looks at the facts of today: %s', async (_, change, sentence) => {
    const { avenant, id, produit } = await asked();
    await all.rows(`with unused as (select $1::bigint, $2::bigint) ${change}`, [id, produit]);
    const { status, body } = await all.approve(avenant);
    expect([status, body.message]).toEqual([409, expect.stringContaining(sentence)]);
    expect(await read(avenant)).toMatchObject({ statut: 'demande', decideur_id: null });
    expect((await reject(avenant, 'dépassé')).status).toBe(200);
  });

  test('leaves who pays in a way that is no longer offered as they are', async () => {
    const { avenant, produit } = await asked();
    await all.rows(`update produits set periodicites = '["unique"]' where id = $1`, [produit]);
    expect((await all.approve(avenant)).status).toBe(200);
  });

  test('of another succursale is not there', async () => {
    const { avenant } = await asked();
    const chantal = await all.api.as(all.api.people.chantal);
    expect((await all.approve(avenant, chantal)).status).toBe(404);
  });
});

describe('the database itself', () => {
  test.each([
    ['one who decides on their own request', `statut = 'approuve', decideur_id = demandeur_id, decide_le = now()`],
    ['a rejection without a reason', `statut = 'rejete', decideur_id = $2, decide_le = now()`],
    ['an approval by nobody', `statut = 'approuve', decide_le = now()`],
    ['another amount than was asked for', 'nouveau_montant = 9000'],
  ])('refuses %s', async (_, change) => {
    const { avenant } = await asked();
    await expect(
      all.rows(`with unused as (select $2::bigint) update avenants set ${change} where id = $1`, [
        avenant,
        all.brice.id,
      ]),
    ).rejects.toThrow();
  });

  test('refuses a second pending one, and to rewrite or delete what was decided', async () => {
    const { avenant, id } = await asked();
    await expect(
      all.rows(
        `insert into avenants (numero, souscription_id, succursale_id, nature, ancien_montant, nouveau_montant,
           ancienne_periodicite, nouvelle_periodicite, date_effet, motif, apercu, demandeur_id)
         select 'X', $1, succursale_id, nature, ancien_montant, nouveau_montant, ancienne_periodicite,
           nouvelle_periodicite, date_effet, motif, apercu, demandeur_id from avenants where id = $2`,
        [id, avenant],
      ),
    ).rejects.toMatchObject({ constraint: 'avenants_en_cours_unique' });
    await reject(avenant, 'non merci');
    for (const text of [`update avenants set motif_rejet = 'x' where id = $1`, 'delete from avenants where id = $1'])
      await expect(all.rows(text, [avenant])).rejects.toMatchObject({ constraint: 'avenants_figes' });
  });
});
