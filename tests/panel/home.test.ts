import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressed } from '../../admin/panel/adapter/filters.ts';
import { accueil } from '../../server/features.ts';
import { dossier } from './dossier.fixture.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** The numbers of the home: what a person works on, each the size of the list it opens. */
let panel: TestPanel;

beforeAll(async () => {
  panel = await testPanel();
  const { douala, yaounde } = panel.people;
  const one = await dossier(panel, douala, 'EBODE');
  await dossier(panel, douala, 'MBALLA');
  await dossier(panel, yaounde, 'ATEBA');
  const anomalie = `insert into anomalies (controle, objet, objet_id, succursale_id, resolu_le)
    values ('solde', 'SOU-' || $3::text, $3::bigint, $1, $2)`;
  for (const [place, end, about] of [
    [douala, null, 1],
    [douala, '2026-01-01', 2],
    [yaounde, null, 3],
  ])
    await panel.db.rows(anomalie, [place, end, about]);
  await panel.db.rows(
    `update souscriptions set termes = termes || '{"garanties": [{"code": "deces", "libelle": "Décès", "plafond": 500000}]}'
     where id = $1`,
    [one.souscription],
  );
  await panel.db.rows(
    `insert into sinistres (numero, souscription_id, succursale_id, date_survenance, declarant_nom, declarant_lien,
       circonstances, canal, lignes)
     values ('SIN-1', $1, $2, date_metier(), 'EBODE', 'assure', 'Chute', 'agence',
       '[{"garantie": "deces", "demande": 50000}]')`,
    [one.souscription, douala],
  );
});
afterAll(() => panel.close());

interface Tile {
  nom: string;
  ressource: string;
  filtre: Record<string, string>;
  count: number;
}
const tilesOf = async (person: { email: string }) => {
  const session = await panel.as(person);
  return { session, tiles: (await session.get('/api/dashboard')).json.totaux as Tile[] };
};

describe('the home', () => {
  test('counts what there is to do, of one’s own reach', async () => {
    const counts = async (person: { email: string }) =>
      Object.fromEntries((await tilesOf(person)).tiles.map(({ nom, count }) => [nom, count]));
    expect(await counts(panel.people.mireille)).toEqual({
      clients: 3,
      contrats: 3,
      souscriptions: 0,
      echeances: 3,
      renouvellements: 0,
      sinistres: 1,
      paiements: 6,
      ecarts: 0,
      anomalies: 2,
    });
    expect(await counts(panel.people.paul)).toMatchObject({ clients: 2, echeances: 2, paiements: 4, anomalies: 1 });
  });

  test.each(['mireille', 'paul', 'awa'] as const)(
    'every number opens the list that has as many rows: %s',
    async (who) => {
      const { session, tiles } = await tilesOf(panel.people[who]);
      for (const { nom, ressource, filtre, count } of tiles) {
        const query = new URLSearchParams(Object.entries(filtre).map(([name, value]) => [`filters.${name}`, value]));
        const { json } = await session.list(ressource, `?${query}`);
        expect(json.notice, nom).toBeUndefined();
        expect(json.meta.total, nom).toBe(count);
      }
    },
  );

  test('has no number of what a person may not read', async () => {
    const { tiles } = await tilesOf(panel.people.awa);
    expect(tiles.map(({ nom }) => nom)).toEqual([
      'clients',
      'contrats',
      'souscriptions',
      'echeances',
      'renouvellements',
      'sinistres',
      'paiements',
    ]);
  });

  test('is a handful, each named in both languages', async () => {
    expect(accueil.length).toBeLessThan(12);
    for (const langue of ['fr', 'en'] as const) {
      const { labels } = (await import(`../../admin/panel/locale/${langue}.ts`))[langue];
      for (const { name } of accueil) expect(labels[`tuile_${name}`], `${langue} ${name}`).toBeTruthy();
    }
  });
});

test('a filter of the API is put as the address of a list has it', () => {
  expect(
    addressed({ statut: 'ouvert', jours__gte: '1', jours__lte: '9', etat__in: 'a,b', resolu_le__isnull: 'true' }),
  ).toEqual({ statut: 'ouvert', 'jours~~from': '1', 'jours~~to': '9', etat: 'a,b', 'resolu_le~~vide': 'true' });
});

test('several choices, and what is not filled in, can be asked for; nonsense is refused', async () => {
  const siege = await panel.as(panel.people.mireille);
  const total = async (query: string) => (await siege.list('anomalies', `?filters.${query}`)).json;
  expect((await total('controle=solde,paye')).meta.total).toBe(3);
  expect((await total('controle=paye,especes')).meta.total).toBe(0);
  expect((await total('resolu_le~~vide=true')).meta.total).toBe(2);
  expect((await total('resolu_le~~vide=false')).meta.total).toBe(1);
  for (const query of ['controle=solde,rien', 'resolu_le~~vide=peut-etre'])
    expect((await total(query)).notice?.type, query).toBe('error');
});
