import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Maison, maison, type Reponse, type Vendu } from '../avenants/maison.fixture.ts';

let all: Maison;
beforeAll(async () => {
  all = await maison();
});
afterAll(() => all.close());

const sold: Vendu = { date_effet: '2026-11-21', montant: 500, periodicite: 'mensuelle', statut: 'en_attente' };
const contrat = async (more: Partial<Vendu> = {}) => (await all.contrat({ ...sold, ...more })).id;
const person = (nom: string, part?: number) => ({
  ...{ nom, prenom: 'Marie', relation: 'enfant' },
  ...(part === undefined ? {} : { part }),
});
const add = (souscription_id: number, nom: string, part?: number) =>
  all.paul<Reponse>('POST', '/beneficiaires', { souscription_id, ...person(nom, part) });
const act = (id: number, verb: string, body: object, send = all.paul) =>
  send<Reponse>('POST', `/souscriptions/${id}/${verb}`, body);
const shares = async (id: number) =>
  (
    await all.rows<{ nom: string; part: number }>(
      'select nom, part from beneficiaires where souscription_id = $1 and supprime_le is null order by id',
      [id],
    )
  ).map(({ nom, part }) => `${nom} ${part}`);
const idOf = async (id: number, nom: string) =>
  (await all.rows<{ id: number }>('select id from beneficiaires where souscription_id = $1 and nom = $2', [id, nom]))[0]
    ?.id as number;

describe('adding', () => {
  test('without a share makes all equal, with one the others keep their proportions', async () => {
    const id = await contrat();
    expect((await add(id, 'A')).body).toMatchObject({ part: 100 });
    await add(id, 'B');
    await add(id, 'C');
    expect(await shares(id)).toEqual(['A 33.34', 'B 33.33', 'C 33.33']);
    expect((await add(id, 'D', 40)).body).toMatchObject({ part: 40 });
    expect(await shares(id)).toEqual(['A 20', 'B 20', 'C 20', 'D 40']);
  });

  test('the first has all until others come', async () => {
    const id = await contrat();
    expect((await add(id, 'A', 60)).body).toMatchObject({ part: 100 });
    await add(id, 'B', 40);
    expect(await shares(id)).toEqual(['A 60', 'B 40']);
  });

  test.each([
    ['one who leaves the others nothing', ['A'], 100],
    ['one who leaves two less than a hundredth each', ['A', 'B'], 99.99],
    ['a share of three decimals', ['A'], 12.345],
    ['a negative share', ['A'], -1],
  ])('%s is refused by the name of the field', async (_, known, part) => {
    const id = await contrat();
    for (const nom of known) await add(id, nom);
    const before = await shares(id);
    const { status, body } = await add(id, 'Z', part);
    expect([status, Object.keys(body.errors)]).toEqual([400, ['part']]);
    expect(await shares(id)).toEqual(before);
  });

  test('stops at six, or at what the product was sold with', async () => {
    const id = await contrat({ beneficiaires_max: 2 });
    expect([(await add(id, 'A')).status, (await add(id, 'B')).status]).toEqual([201, 201]);
    const { status, body } = await add(id, 'C');
    expect([status, body.message]).toEqual([
      409,
      'Cette souscription a déjà tous ses bénéficiaires (2) : retirez-en un d’abord.',
    ]);
    expect((await add(await contrat({ beneficiaires_max: 0 }), 'A')).body.message).toBe(
      'Ce produit n’a pas de bénéficiaire.',
    );
  });

  test('twenty at once leaves six, with 100 % among them', async () => {
    const id = await contrat();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 ? add(id, `N${i}`) : act(id, 'ajouter-beneficiaire', person(`N${i}`)),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(6);
    expect(statuses.filter((status) => status === 409)).toHaveLength(14);
    expect((await shares(id)).map((line) => line.split(' ')[1])).toEqual([
      '16.67',
      '16.67',
      '16.67',
      '16.67',
      '16.66',
      '16.66',
    ]);
  });

  test('is over when the souscription has ended', async () => {
    const id = await contrat();
    await add(id, 'A');
    await act(id, 'annuler', { motif: 'plus besoin' });
    expect((await add(id, 'B')).body.message).toBe('Cette souscription est annulée.');
    expect((await act(id, 'ajouter-beneficiaire', person('B'))).status).toBe(409);
    const a = await idOf(id, 'A');
    expect((await all.paul('PATCH', `/beneficiaires/${a}`, { nom: 'AA' })).status).toBe(409);
    expect((await all.paul('DELETE', `/beneficiaires/${a}`)).status).toBe(409);
    const expired = await contrat({ date_effet: '2020-01-01', statut: 'activee' });
    expect((await add(expired, 'A')).body.message).toContain('a expiré');
  });
});

describe('changing', () => {
  test('a share rescales the others, and each has its line in the journal', async () => {
    const id = await contrat();
    for (const nom of ['A', 'B', 'C']) await add(id, nom);
    const a = await idOf(id, 'A');
    expect((await all.paul('PATCH', `/beneficiaires/${a}`, { part: 50 })).status).toBe(200);
    expect(await shares(id)).toEqual(['A 50', 'B 25', 'C 25']);
    for (const [nom, avant, apres] of [
      ['A', 33.34, 50],
      ['B', 33.33, 25],
    ] as const) {
      const { body } = await all.paul<Reponse>('GET', `/beneficiaires/${await idOf(id, nom)}/historique`);
      expect(body.results[0]).toMatchObject({
        ...{ action: 'modifier', auteur: 'Paul EKAMBI', avant: { part: avant }, apres: { part: apres } },
      });
    }
    for (const part of [0, 100, 99.99])
      expect((await all.paul<Reponse>('PATCH', `/beneficiaires/${a}`, { part })).body.errors).toHaveProperty('part');
    expect(await shares(id)).toEqual(['A 50', 'B 25', 'C 25']);
  });

  test('all shares at once names everybody once and makes 100', async () => {
    const id = await contrat();
    for (const nom of ['A', 'B']) await add(id, nom);
    const other = await contrat();
    await add(other, 'C');
    const [a, b, c] = [await idOf(id, 'A'), await idOf(id, 'B'), await idOf(other, 'C')];
    const say = (...parts: [number, number][]) =>
      act(id, 'repartir', { parts: parts.map(([beneficiaire_id, part]) => ({ beneficiaire_id, part })) });
    expect((await say([a, 70.01], [b, 29.99])).status).toBe(200);
    expect(await shares(id)).toEqual(['A 70.01', 'B 29.99']);
    for (const wrong of [
      [[a, 100]],
      [
        [a, 50],
        [b, 49.99],
      ],
      [
        [a, 50],
        [a, 50],
      ],
      [
        [a, 30],
        [b, 30],
        [c, 40],
      ],
    ])
      expect((await say(...(wrong as [number, number][]))).body.errors).toHaveProperty('parts');
    expect(await shares(id)).toEqual(['A 70.01', 'B 29.99']);
  });

  test('does not move anybody to another souscription', async () => {
    const [id, other] = [await contrat(), await contrat()];
    await add(id, 'A');
    const { body } = await all.paul<Reponse>('PATCH', `/beneficiaires/${await idOf(id, 'A')}`, {
      souscription_id: other,
    });
    expect(body.errors).toHaveProperty('souscription_id');
  });
});

describe('retiring', () => {
  test('gives the share to the others in proportion, and keeps the row', async () => {
    const id = await contrat();
    await add(id, 'A');
    await add(id, 'B', 30);
    await add(id, 'C', 50);
    expect(await shares(id)).toEqual(['A 35', 'B 15', 'C 50']);
    const c = await idOf(id, 'C');
    expect((await act(id, 'retirer-beneficiaire', { beneficiaire_id: c })).status).toBe(200);
    expect(await shares(id)).toEqual(['A 70', 'B 30']);
    expect((await act(id, 'retirer-beneficiaire', { beneficiaire_id: c })).body.errors).toHaveProperty(
      'beneficiaire_id',
    );
    const kept = await all.paul<Reponse>('GET', `/beneficiaires?corbeille=true&souscription_id=${id}`);
    expect(kept.body.results).toMatchObject([{ nom: 'C', part: 50 }]);
    const lines = await all.rows(
      `select from journal where ressource = 'beneficiaires' and action = 'supprimer' and objet_id = $1`,
      [c],
    );
    expect(lines).toHaveLength(1);
  });

  test('and bringing back: the share of before, or equal ones where that leaves nothing', async () => {
    const id = await contrat({ beneficiaires_max: 2 });
    await add(id, 'A');
    const a = await idOf(id, 'A');
    expect((await all.paul('DELETE', `/beneficiaires/${a}`)).status).toBe(204);
    expect(await shares(id)).toEqual([]);
    await add(id, 'B');
    expect((await all.paul('POST', `/beneficiaires/${a}/restaurer`)).body).toMatchObject({ part: 50 });
    const b = await idOf(id, 'B');
    await all.paul('PATCH', `/beneficiaires/${b}`, { part: 20 });
    await all.paul('DELETE', `/beneficiaires/${b}`);
    expect(await shares(id)).toEqual(['A 100']);
    expect((await all.paul('POST', `/beneficiaires/${b}/restaurer`)).body).toMatchObject({ part: 20 });
    expect(await shares(id)).toEqual(['A 80', 'B 20']);
    await all.paul('DELETE', `/beneficiaires/${b}`);
    await add(id, 'C');
    expect((await all.paul('POST', `/beneficiaires/${b}/restaurer`)).status).toBe(409);
  });

  test('while others come and go at once keeps the whole at 100 %', async () => {
    const id = await contrat();
    for (const nom of ['A', 'B', 'C', 'D']) await add(id, nom);
    const ids = await Promise.all(['A', 'B', 'C'].map((nom) => idOf(id, nom)));
    const answers = await Promise.all([
      ...ids.map((each) => all.paul('DELETE', `/beneficiaires/${each}`)),
      ...ids.map((each, i) => all.paul('PATCH', `/beneficiaires/${each}`, { part: 10 + i })),
      ...['E', 'F', 'G'].map((nom) => add(id, nom, 20)),
      ...['H', 'I'].map((nom) => act(id, 'ajouter-beneficiaire', person(nom))),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([204, 204, 204]);
    const total = (await shares(id)).reduce((sum, line) => sum + Math.round(Number(line.split(' ')[1]) * 100), 0);
    expect(total).toBe(10_000);
  });
});
