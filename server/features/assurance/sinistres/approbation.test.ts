import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sinistres } from './resource.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

/** From the threshold on, nobody grants alone: on no path. */
let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(100_000);
});
afterAll(() => all.db.close());

const demande = (francs: number): [string, number][] => [['deces', francs]];
const other = { status: 409, key: 'approbation_par_un_autre' };

/** Declared, evaluated and accepted by whom the test says, and waiting for approval. */
async function waiting(
  by: Partial<Record<'declare' | 'evaluer' | 'accepter', typeof all.people.irene>>,
  francs = 100_000,
) {
  const { people } = all;
  const souscription = await all.contrat([garantie('deces', 500_000)]);
  const { id } = await all.declare(souscription, demande(francs), {}, by.declare ?? people.awa);
  await all.act(people.paul, id, 'affecter', { instructeur_id: people.irene.id });
  await all.act(by.evaluer ?? people.irene, id, 'evaluer', { lignes: all.lignes(demande(francs)) });
  return { id, row: await all.act(by.accepter ?? people.irene, id, 'accepter') };
}

test.each([
  [99_999, 'accepte'],
  [100_000, 'a_approuver'],
  [100_001, 'a_approuver'],
])('%i francs are then %s', async (francs, statut) => {
  expect((await waiting({}, francs)).row).toMatchObject({ statut, accorde: francs });
});

test('an event split over two declarations does not pass below the threshold', async () => {
  const souscription = await all.contrat([garantie('soins', 500_000), garantie('transport', 500_000)]);
  const accept = async (code: string) =>
    all.act(all.people.irene, await all.evaluated(souscription, [[code, 60_000]]), 'accepter');
  expect(await accept('soins')).toMatchObject({ statut: 'accepte', seuil_approbation: 100_000 });
  expect(await accept('transport')).toMatchObject({ statut: 'a_approuver', seuil_approbation: 40_000 });
});

test.each(['declare', 'evaluer', 'accepter'] as const)('who did « %s » does not approve', async (step) => {
  const { people } = all;
  const { id } = await waiting({ [step]: people.mireille });
  expect(await refusal(all.act(people.mireille, id, 'approuver'))).toMatchObject(other);
  expect((await all.act(people.paul, id, 'approuver')).statut).toBe('accepte');
});

test('what waits for approval is not paid, and who has no right does not approve', async () => {
  const { people } = all;
  const { id } = await waiting({});
  expect(await refusal(all.act(people.mireille, id, 'payer', all.cash(1)))).toMatchObject({
    status: 409,
    key: 'sinistre_a_approuver',
  });
  for (const person of [people.awa, people.ivan, people.esther])
    expect(await refusal(all.act(person, id, 'approuver'))).toMatchObject({ status: 403 });
  expect(await refusal(all.act(people.chantal, id, 'approuver'))).toMatchObject({ status: 404 });
});

describe('an edit approves nothing', () => {
  test.each([
    ['statut', 'accepte'],
    ['approbateur_id', 2],
    ['decideur_id', null],
    ['evaluateur_id', null],
    ['declare_par_id', null],
    ['seuil_approbation', 1_000_000],
    ['accords', [{ garantie: 'deces', accorde: 1, paye: 0, motif: null }]],
    ['accorde', 1],
    ['paye', 1],
  ])('of %s', async (field, value) => {
    const { id } = await waiting({});
    const mireille = await all.people.mireille.caller();
    for (const complete of [false, true]) {
      const row = JSON.parse((await all.db.records.get(mireille, sinistres, id)).json);
      const update = all.db.records.update(mireille, sinistres, id, { ...row, [field]: value }, { complete });
      expect(await refusal(update)).toMatchObject({ status: 400, field });
    }
  });

  test('of the declaration once the file is being worked on', async () => {
    const { id } = await waiting({});
    const mireille = await all.people.mireille.caller();
    for (const change of [{ lignes: [{ garantie: 'deces', demande: 400_000 }] }, { declarant_nom: 'AUTRE' }])
      expect(await refusal(all.db.records.update(mireille, sinistres, id, change))).toMatchObject({
        status: 400,
        key: 'declaration_fixe',
      });
  });
});

test('nor does the database let one person be both, or the threshold be passed over', async () => {
  const { id } = await waiting({});
  const broken = (set: string, values: unknown[] = []) =>
    all.db.rows(`update sinistres set ${set} where id = $1`, [id, ...values]).then(
      () => undefined,
      (error) => error.constraint,
    );
  expect(await broken(`statut = 'accepte', approbateur_id = $2`, [all.people.irene.id])).toBe(
    'sinistres_approbateur_id_check',
  );
  expect(await broken(`statut = 'accepte', approbateur_id = $2`, [all.people.awa.id])).toBe(
    'sinistres_approbateur_id_check',
  );
  expect(await broken(`statut = 'accepte'`)).toBe('sinistres_approbation_check');
});

test('sent back, it is evaluated and accepted anew, and the next approver may be another', async () => {
  const { people } = all;
  const { id } = await waiting({});
  const back = await all.act(people.paul, id, 'renvoyer', { motif: 'Facture illisible' });
  expect(back).toMatchObject({ statut: 'instruction', accords: [], decideur_id: null, evaluateur_id: null });
  await all.act(people.mireille, id, 'evaluer', { lignes: all.lignes(demande(100_000)) });
  await all.act(people.irene, id, 'accepter');
  expect(await refusal(all.act(people.mireille, id, 'approuver'))).toMatchObject(other);
  expect((await all.act(people.paul, id, 'approuver')).approbateur_id).toBe(people.paul.id);
});

test('approval looks at the facts as they stand by then', async () => {
  const { id, row } = await waiting({});
  await all.db.rows(`insert into interruptions (souscription_id, debut) values ($1, $2)`, [
    row.souscription_id,
    row.date_survenance,
  ]);
  expect(await refusal(all.act(all.people.paul, id, 'approuver'))).toMatchObject({ key: 'sinistre_non_couvert' });
});
