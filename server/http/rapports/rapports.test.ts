import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { everybody } from '../../../tests/everybody.fixture.ts';
import { makeOpportunite } from '../../features/crm/factory.ts';
import { nomsRapports } from '../../features/rapports/etats/catalogue.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { cellsOf, unzip } from '../../integrations/tableur/xlsx/open-xlsx.ts';

let api: TestApi;
let people: Record<string, Send>;

beforeAll(async () => {
  api = await testApi();
  people = await everybody(api);
  const { douala, yaounde, paul } = api.people;
  for (const [succursale_id, nom, montant, etape] of [
    [douala, '=1+1', 1000, 'prospect'],
    [douala, 'Flotte', 250_000, 'proposition'],
    [douala, 'Santé', 750_000, 'proposition'],
    [douala, 'Gagnée', 90_000, 'conclusion'],
    [yaounde, 'Ailleurs', 5_000_000, 'negociation'],
  ] as const) {
    const [client] = await api.db.rows<{ id: number }>(
      'insert into clients (nom, succursale_id) values ($1, $2) returning id',
      [`CLIENT ${nom}`, succursale_id],
    );
    const responsable_id = succursale_id === douala ? paul.id : null;
    await makeOpportunite(api.db.database, {
      client_id: client?.id ?? 0,
      succursale_id,
      nom,
      montant,
      etape,
      responsable_id,
    });
  }
});
afterAll(() => api.close());

const as = (name: string): Send => people[name] as Send;

interface Read {
  count: number;
  next: string | null;
  periode: object | null;
  filtres_dits: string[];
  groupes: { valeur: unknown; libelle: string; nombre: number; sum_montant: number; liste: Record<string, string> }[];
  graphique: { forme: string; unite: string; series: { points: { libelle: string; valeur: number }[] }[] } | null;
  colonnes: { nom: string; libelle: string; sorte: string }[];
  results: Record<string, unknown>[];
}
const read = (who: string, path: string) => as(who)<Read>('GET', `/rapports/${path}`);

describe('a report', () => {
  test('tells its groups in their order, its totals, its chart and its first rows', async () => {
    const { body } = await read('paul', 'pipeline?page_size=2');
    expect(
      body.groupes.map(({ valeur, libelle, nombre, sum_montant }) => [valeur, libelle, nombre, sum_montant]),
    ).toEqual([
      ['prospect', 'Prospect', 1, 1000],
      ['proposition', 'Proposition', 2, 1_000_000],
    ]);
    const totaux = { nombre: 3, sum_montant: 1_001_000 };
    expect(body).toMatchObject({ totaux, count: 3, previous: null, results: [{}, {}] });
    expect(body.graphique).toMatchObject({ forme: 'barres', unite: 'francs' });
    expect(body.graphique?.series[0]?.points.map(({ valeur }) => valeur)).toEqual(
      body.groupes.map((groupe) => (groupe as unknown as Record<string, number>).sum_valeur_ponderee),
    );
    const second = await as('paul')<Read>('GET', new URL(body.next ?? '').pathname + new URL(body.next ?? '').search);
    expect([second.body.results.length, second.body.next]).toEqual([1, null]);
  });

  test('says its filters and its period in words, and shows the columns that are asked for', async () => {
    const query =
      'du=2026-01-01&au=2099-12-31&statut=en_cours&montant__gte=2000&colonnes=nom,client&grouper_par=responsable_id';
    const { body } = await read('paul', `opportunites?${query}`);
    expect(body.filtres_dits).toEqual(['Statut : En cours', 'Montant à partir de 2\u202f000 FCFA']);
    expect(body.periode).toEqual({
      champ: 'cree_le',
      du: '2026-01-01',
      au: '2099-12-31',
      dite: 'du 01/01/2026 au 31/12/2099',
    });
    expect(body.colonnes.map(({ nom }) => nom)).toEqual(['nom', 'client_id']);
    expect(Object.keys(body.results[0] ?? {}).sort()).toEqual(['client', 'client_id', 'id', 'libelle', 'nom']);
    expect(body.groupes.map(({ libelle, nombre }) => [libelle, nombre])).toEqual([['Paul EKAMBI', 2]]);
    const none = await read('paul', 'opportunites?grouper_par=aucun');
    expect(none.body).toMatchObject({ groupes: [], graphique: null, count: 4 });
    expect((await read('paul', 'opportunites?grouper_par=cree_le__mois')).body.graphique?.forme).toBe('courbe');
  });

  test.each([
    ['opportunites?inconnu=1', 'inconnu', 'Ce paramètre n’existe pas.'],
    ['opportunites?statut=xyz', 'statut', 'Valeur inconnue. Valeurs possibles : en_cours, gagnee, perdue.'],
    ['opportunites?colonnes=nom,secret', 'colonnes', 'Champ inconnu ou interdit ici : secret.'],
    ['opportunites?grouper_par=nom', 'grouper_par', expect.stringContaining('etape')],
    ['opportunites?du=2026-02-30', 'du', 'Un jour est attendu, au format AAAA-MM-JJ.'],
    ['opportunites?du=2026-02-02&au=2026-02-01', 'du', 'La période finit avant de commencer.'],
    ['opportunites?periode=toujours', 'periode', expect.stringContaining('mois_precedent')],
    ['opportunites?periode=hier&du=2026-01-01', 'periode', 'Donnez « periode », ou bien « du » et « au ».'],
    ['pipeline?statut=perdue', 'statut', 'Ce rapport fixe déjà ce filtre.'],
    ['agents?du=2026-01-01', 'du', expect.stringContaining('pas de période')],
    ['opportunites?nom=a&nom=b', 'nom', 'Ce paramètre est donné deux fois.'],
    ['exports?x=1', 'x', 'Ce paramètre n’existe pas.'],
  ])('%s is refused by name', async (path, field, said) => {
    const { status, body } = await as('mireille')<{ errors: object }>('GET', `/rapports/${path}`);
    expect([status, body.errors]).toEqual([400, { [field]: [said] }]);
  });
});

test('people find the reports that they may run, and what each takes', async () => {
  type Told = {
    nom: string;
    exportable: boolean;
    colonnes: { nom: string }[];
    filtres: { nom: string; choix: object[] }[];
  };
  type List = { rapports: Told[] };
  const names = async (who: string) => (await as(who)<List>('GET', '/rapports')).body.rapports;
  expect((await names('mireille')).map(({ nom }) => nom)).toEqual([...nomsRapports]);
  const awa = await names('awa');
  expect(awa.map(({ nom }) => nom)).not.toContain('performances');
  expect(awa.filter(({ exportable }) => exportable).map(({ nom }) => nom)).toEqual(['echeances']);
  expect(awa.find(({ nom }) => nom === 'clients')?.colonnes.map(({ nom }) => nom)).not.toContain('notes');
  expect(await names('visiteur')).toEqual([]);
  expect(
    (await names('paul')).find(({ nom }) => nom === 'pipeline')?.filtres.find(({ nom }) => nom === 'etape')?.choix,
  ).toHaveLength(5);
});

test('each has the rows of their reach; whom a report is not for is refused, and that is kept', async () => {
  const counts = await Promise.all(
    ['mireille', 'paul', 'chantal', 'esther'].map(async (who) => (await read(who, 'opportunites')).body.count),
  );
  expect(counts).toEqual([5, 4, 1, 5]);
  expect((await read('visiteur', 'opportunites')).status).toBe(403);
  expect((await read('awa', 'performances')).status).toBe(403);
  expect((await as('awa')('POST', '/rapports/export', { rapport: 'opportunites', format: 'csv' })).status).toBe(403);
  expect((await read('mireille', 'inconnu')).status).toBe(404);
  expect((await api.anonymous('GET', '/rapports/clients')).status).toBe(401);
  const kept = await api.db.rows(
    `select action, ressource from journal where resultat = 'refuse' and ressource like 'rapports/%' order by id`,
  );
  expect(kept).toEqual([
    { action: 'lire', ressource: 'rapports/opportunites' },
    { action: 'lire', ressource: 'rapports/performances' },
    { action: 'exporter', ressource: 'rapports/opportunites' },
    { action: 'lire', ressource: 'rapports/inconnu' },
  ]);
});

describe('a file that is answered at once', () => {
  const file = async (body: object) => {
    const { access } = await api.signIn(api.people.paul.email);
    const response = await fetch(`${api.origin}/api/v1/rapports/export`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { response, content: Buffer.from(await response.arrayBuffer()) };
  };
  const asked = {
    rapport: 'opportunites',
    filtres: { montant__gte: 500, ordering: 'montant' },
    colonnes: ['nom', 'etape', 'montant'],
  };

  test('CSV: the rows in the order of their groups, safe against formulas', async () => {
    const { response, content } = await file({ ...asked, format: 'csv', grouper_par: 'etape' });
    expect(response.headers.get('content-disposition')).toMatch(/opportunites-\d{4}-\d\d-\d\d\.csv/);
    expect(content.toString().split('\r\n')).toEqual([
      '\uFEFFNom;Étape;Montant',
      "'=1+1;Prospect;1000",
      ...['Flotte;Proposition;250000', 'Santé;Proposition;750000', 'Gagnée;Conclusion;90000', ''],
    ]);
  });

  test('XLSX: subtotals, a total, and a sheet that says who asked for what', async () => {
    const { content } = await file({ ...asked, format: 'xlsx', grouper_par: 'etape', filtres: { statut: 'en_cours' } });
    const files = unzip(content);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(
      cellsOf(sheet)
        .at(-1)
        ?.map(({ value }) => value),
    ).toEqual(['Total (3 lignes)', expect.anything()]);
    expect(sheet).toMatch(/<f>SUBTOTAL\(9,C2:C\d+\)<\/f><v>1001000<\/v><\/c><\/row><\/sheetData>/);
    const said = new Map(
      cellsOf(files.get('xl/worksheets/sheet2.xml') ?? '').map(([name, value]) => [name?.value, value?.value]),
    );
    expect(said.get('Demandé par')).toBe('Paul EKAMBI');
    expect(said.get('Filtres')).toBe('Statut : En cours');
    expect(said.get('Regroupé par')).toBe('Étape');
  });

  test('PDF: the same sums, page numbers, and a sentence where it shows only a part', async () => {
    await api.db.rows(
      `insert into opportunites (nom, client_id, succursale_id, montant, probabilite)
       select 'Affaire ' || n, (select min(id) from clients where succursale_id = $1), $1, 100, 10 from generate_series(1, 120) n`,
      [api.people.douala],
    );
    await api.db.rows(
      `insert into parametres (code, valeur) values ('export.pdf_lignes', '100') on conflict (code) do update set valeur = '100'`,
    );
    const { response, content } = await file({ ...asked, format: 'pdf', filtres: {}, grouper_par: 'etape' });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pages = lirePdf(content).map(lignes);
    const text = pages.flat().join('\n');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)?.join('\n')).toContain(`Page ${pages.length} / ${pages.length}`);
    expect(text).toContain('les 100 premières lignes sur 124');
    expect(text.replaceAll('\u202f', ' ')).toMatch(/Total \| 124 \| 1 103 000/);
    expect(text).toContain('Demandé par | Paul EKAMBI');
  });

  test('what is wrong in the request is named where it stands', async () => {
    const errors = async (body: object) =>
      (await as('paul')<{ errors: object }>('POST', '/rapports/export', body)).body.errors;
    expect(Object.keys(await errors({ rapport: 'x', format: 'doc', autre: 1 })).sort()).toEqual([
      'autre',
      'format',
      'rapport',
    ]);
    expect(
      Object.keys(
        await errors({
          ...asked,
          format: 'csv',
          filtres: { faux: '1', du: 'x' },
          colonnes: ['faux'],
          grouper_par: 'faux',
        }),
      ).sort(),
    ).toEqual(['colonnes', 'filtres.du', 'filtres.faux', 'grouper_par']);
  });

  test('the journal keeps it, with its filter', async () => {
    const [line] = await api.db.rows<{ auteur: string; details: { filtre: string } }>(
      `select auteur, details from journal where action = 'exporter' and resultat = 'reussi' order by id limit 1`,
    );
    expect(line?.auteur).toBe('Paul EKAMBI');
    expect(Object.fromEntries(new URLSearchParams(line?.details.filtre))).toEqual({
      rapport: 'opportunites',
      format: 'csv',
      montant__gte: '500',
      colonnes: 'nom,etape,montant',
      grouper_par: 'etape',
    });
  });
});
