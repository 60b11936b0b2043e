import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemCaller } from '../../../core/jobs/system.ts';
import { transact } from '../../../core/records/transaction.ts';
import { type Maison, maison } from '../avenants/maison.fixture.ts';
import { ajouterBeneficiaire, beneficiairesDe, retirerBeneficiaire } from './beneficiaires.ts';

let all: Maison;
beforeAll(async () => {
  all = await maison();
});
afterAll(() => all.close());

const contrat = async (beneficiaires_max = 6) =>
  (
    await all.contrat({
      ...{ date_effet: '2026-11-21', montant: 500, periodicite: 'mensuelle', statut: 'en_attente', beneficiaires_max },
    })
  ).id;
const insert = `insert into beneficiaires (souscription_id, nom, prenom, relation, part)
  select $1, 'N' || n, 'X', 'enfant', part from unnest($2::numeric[]) with ordinality as p(part, n)`;

test.each([
  ['99.99', [50, 49.99], 6, 'beneficiaires_parts'],
  ['100.01', [50, 50.01], 6, 'beneficiaires_parts'],
  ['seven', [40, 10, 10, 10, 10, 10, 10], 6, 'beneficiaires_places'],
  ['more than the product allows', [50, 50], 1, 'beneficiaires_places'],
  ['nothing for one', [100, 0], 6, 'beneficiaires_part_check'],
])('the database itself refuses %s', async (_, parts, places, constraint) => {
  const id = await contrat(places);
  await expect(all.rows(insert, [id, parts])).rejects.toMatchObject({ constraint });
});

test('the database itself refuses half a removal, and takes a whole one', async () => {
  const id = await contrat();
  await all.rows(insert, [id, [60, 40]]);
  const retire = `update beneficiaires set supprime_le = now() where souscription_id = $1`;
  await expect(all.rows(`${retire} and nom = 'N1'`, [id])).rejects.toMatchObject({ constraint: 'beneficiaires_parts' });
  await expect(all.rows(`delete from beneficiaires where souscription_id = $1 and nom = 'N1'`, [id])).rejects.toThrow();
  await all.rows(retire, [id]);
  const other = await contrat();
  await all.rows(insert, [other, [60, 40]]);
  const move = `update beneficiaires set souscription_id = $2 where souscription_id = $1 and nom = 'N1'`;
  await expect(all.rows(move, [other, await contrat()])).rejects.toMatchObject({ constraint: 'beneficiaires_parts' });
});

test('two transactions that do not see each other cannot make 200 % together', async () => {
  const id = await contrat();
  const [first, second] = await Promise.all([all.api.db.database.connect(), all.api.db.database.connect()]);
  try {
    for (const line of [first, second]) {
      await line.query('begin');
      await line.query(insert, [id, [100]]);
    }
    await first.query('set constraints all immediate');
    const end = second.query('commit').then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first.query('commit');
    expect(await end).toBe('beneficiaires_parts');
  } finally {
    first.release();
    second.release();
  }
});

test('the kiosk adds, lists and retires, in the name of who acts', async () => {
  const id = await contrat();
  const { database } = all.api.db;
  const person = { nom: 'MOUKOKO', prenom: 'Gisèle', relation: 'conjoint' } as const;
  const within = <T>(work: Parameters<typeof transact<T>>[2]) =>
    transact(database, { ...systemCaller, surface: 'borne' }, work);
  const first = await within((tx) => ajouterBeneficiaire(tx, id, { ...person, telephone: '+242061234567' }));
  await within((tx) => ajouterBeneficiaire(tx, id, { ...person, prenom: 'Paul', part: 25 }));
  expect((await beneficiairesDe(database, id)).map(({ prenom, part }) => [prenom, part])).toEqual([
    ['Gisèle', 75],
    ['Paul', 25],
  ]);
  await within((tx) => retirerBeneficiaire(tx, first.id));
  expect(await beneficiairesDe(database, id)).toMatchObject([{ prenom: 'Paul', part: 100 }]);
  const lines = await all.rows<{ action: string; surface: string; apres: object | null }>(
    `select action, surface, apres from journal where ressource = 'beneficiaires' and objet_id = $1 order by id`,
    [first.id],
  );
  expect(lines.map(({ action, surface }) => [action, surface])).toEqual([
    ['creer', 'borne'],
    ['modifier', 'borne'],
    ['supprimer', 'borne'],
  ]);
  expect(lines[0]?.apres).toMatchObject({ nom: 'MOUKOKO', part: 100 });
  await expect(within((tx) => retirerBeneficiaire(tx, first.id))).rejects.toMatchObject({ status: 404 });
});
