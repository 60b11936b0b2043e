import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resource } from '../server/core/resource.ts';
import { surveille } from '../server/features/assurance/mobile-money/exemple.fixture.ts';
import { partlyPaid } from '../server/features/assurance/sinistres/exemple.fixture.ts';
import { resources } from '../server/features.ts';
import { type Send, type TestApi, testApi } from './api.ts';
import { cultivated, pairsOf } from './cultivated.fixture.ts';
import { everybody } from './everybody.fixture.ts';
import { insured } from './insured.fixture.ts';
import { remitted } from './remitted.fixture.ts';

/**
 * Every person × resource × path, against a row of Douala and a row of Yaoundé. The answers are kept in
 * `grid.txt`: a change there is a door that opened or closed, to be read by whoever reviews it.
 * Nothing is changed: writes are sent with a revision that is always stale (412 means "could have").
 */
let api: TestApi;
let rows: Record<string, Pair>;
let people: Record<string, Send>;

interface Pair {
  douala: number;
  yaounde: number;
}

const insertBoth = async (text: string): Promise<Pair> => {
  const { douala, yaounde } = api.people;
  const insert = async (place: number, name: string) =>
    (await api.db.rows<{ id: number }>(text, [place, name]))[0]?.id as number;
  return { douala: await insert(douala, 'DOUALA'), yaounde: await insert(yaounde, 'YAOUNDE') };
};

beforeAll(async () => {
  api = await testApi();
  people = await everybody(api);
  const { douala, yaounde } = api.people;
  const utilisateurs = await insertBoth(
    `insert into utilisateurs (succursale_id, nom, email, role_id) select $1, $2, lower($2) || '@x.test', id from roles where code = 'agent' returning id`,
  );
  const keyOf = async (id: number, name: string) =>
    (
      await api.db.rows<{ id: number }>(
        `insert into cles_api (nom, prefixe, empreinte, utilisateur_id, expire_le) values ($1, $1, 'x', $2, '2099-01-01') returning id`,
        [name, id],
      )
    )[0]?.id as number;
  rows = {
    utilisateurs,
    succursales: { douala, yaounde },
    roles: { douala: 1, yaounde: 1 },
    clients: await insertBoth('insert into clients (succursale_id, nom) values ($1, $2) returning id'),
    annonces: await insertBoth(
      `insert into annonces (succursale_id, titre, contenu, debut) values ($1, $2, 'x', '2030-01-01') returning id`,
    ),
    agents: await insertBoth(
      `insert into agents (succursale_id, nom, matricule, telephone) values ($1, $2, $2, '+237677777777') returning id`,
    ),
    bornes: await insertBoth('insert into bornes (succursale_id, nom) values ($1, $2) returning id'),
    cles_api: {
      douala: await keyOf(utilisateurs.douala, 'DOUALA'),
      yaounde: await keyOf(utilisateurs.yaounde, 'YAOUNDE'),
    },
    ...(await sold()),
    ...(await claimed()),
    ...(await insured(api)),
    ...(await cultivated(api)),
    journal: await insertBoth(
      `insert into journal (succursale_id, auteur, role, surface, action, ressource, resultat) values ($1, $2, 'x', 'systeme', 'essai', 'essai', 'reussi') returning id`,
    ),
  };
  const { agents, souscriptions } = rows as Record<'agents' | 'souscriptions', Pair>;
  Object.assign(rows, await remitted(api.db, agents, souscriptions));
  Object.assign(rows, await watched(rows.souscriptions as Pair));
});
afterAll(() => api.close());

/** A payment under way for each, what is to be looked at in it, and a statement of each. */
async function watched({ douala, yaounde }: Pair): Promise<Record<string, Pair>> {
  return pairsOf(await surveille(api.db.rows, douala, 'DOUALA'), await surveille(api.db.rows, yaounde, 'YAOUNDE'));
}

/** One product for all, and a request for it in each place. */
async function sold() {
  const [produit] = await api.db.rows<{ id: number }>(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite)
     values ('P', 'P', 'VIE', 100, 1000, '["mensuelle"]', 12, 'mois') returning id`,
  );
  const id = produit?.id as number;
  const souscriptions = await insertBoth(
    `with c as (insert into clients (succursale_id, nom) values ($1, $2) returning *)
     insert into souscriptions (numero, client_id, produit_id, succursale_id, canal, montant, periodicite, termes)
     select nom, id, ${id}, succursale_id, 'agence', 500, 'mensuelle', '{}' from c returning id`,
  );
  return { produits: { douala: id, yaounde: id }, souscriptions, ...(await livedThrough(souscriptions)) };
}

/** What becomes of a souscription, in each place. */
async function livedThrough(souscriptions: Pair) {
  const insert = async (text: string): Promise<Pair> => {
    const made = async (id: number, name: string) =>
      (await api.db.rows<{ id: number }>(text, [id, name]))[0]?.id as number;
    return {
      douala: await made(souscriptions.douala, 'DOUALA'),
      yaounde: await made(souscriptions.yaounde, 'YAOUNDE'),
    };
  };
  const asker = api.people.esther.id;
  return {
    beneficiaires: await insert(
      `insert into beneficiaires (souscription_id, nom, prenom, relation, part) values ($1, $2, 'X', 'enfant', 100) returning id`,
    ),
    avenants: await insert(
      `insert into avenants (numero, souscription_id, succursale_id, nature, ancien_montant, nouveau_montant,
         ancienne_periodicite, nouvelle_periodicite, date_effet, motif, apercu, demandeur_id)
       select $2, id, succursale_id, 'montant', 500, 600, 'mensuelle', 'mensuelle', '2030-01-01', 'x', '{}', ${asker}
       from souscriptions where id = $1 returning id`,
    ),
    derogations: await insert(
      `insert into derogations (numero, souscription_id, succursale_id, date_debut, date_fin, motif, demandeur_id)
       select $2, id, succursale_id, '2030-01-01', '2030-01-31', 'x', ${asker} from souscriptions where id = $1 returning id`,
    ),
  };
}

/** A sinistre that is partly paid, in each place. */
async function claimed() {
  const clients = await insertBoth('insert into clients (succursale_id, nom) values ($1, $2) returning id');
  const douala = await partlyPaid(api.db, clients.douala, api.people.douala, 'DOUALA');
  const yaounde = await partlyPaid(api.db, clients.yaounde, api.people.yaounde, 'YAOUNDE');
  return pairsOf(douala, yaounde);
}

const stale = { 'if-match': '"999999"' };
const filledIn = {
  operateur: 'mtn_money',
  telephone: '+242061234567',
  motif: 'essai de la grille',
  nom: 'essai',
  expire_le: '2026-12-31',
  montant: 500,
  montant_compte: 500,
  mode_paiement: 'especes',
  beneficiaire: 'essai',
  motif_rejet: 'autre',
  lignes: [{ garantie: 'soins', accorde: 1 }],
  prenom: 'essai',
  relation: 'enfant',
  beneficiaire_id: 1,
  parts: [{ beneficiaire_id: 1, part: 100 }],
  etape: 'qualification',
  assigne_a_id: 1,
  produit_id: 1,
  repondu_par: 'essai',
  periodicite: 'mensuelle',
  date_debut: '2030-02-01',
  date_fin: '2030-02-28',
};

let exports: Promise<unknown> = Promise.resolve();

/** What one person meets on each path of a resource. */
async function column(send: Send, resource: Resource): Promise<[string, string][]> {
  const pair = rows[resource.name];
  if (!pair) throw new Error(`a row of ${resource.name} in each place is missing here`);
  const path = `/${resource.name}`;
  const sees = async (query: string) => {
    const { status, body } = await send<{ results?: { id: number }[] }>('GET', `${path}${query}`);
    const ids = new Set(body.results?.map(({ id }) => id));
    return status === 200 ? `${ids.has(pair.douala) ? 'D' : '-'}${ids.has(pair.yaounde) ? 'Y' : '-'}` : String(status);
  };
  const both = async (method: string, suffix: string, body?: unknown) => {
    const answers = [];
    for (const id of [pair.douala, pair.yaounde])
      answers.push((await send(method, `${path}/${id}${suffix}`, body, method === 'GET' ? {} : stale)).status);
    return answers.join('/');
  };
  const exported = async () => {
    // So many files at once are not made: they wait for each other.
    const file = exports.then(() => send('GET', `${path}/export?format=csv`));
    exports = file;
    const { status, text } = await file;
    return status === 200
      ? `${text.includes('DOUALA') || text.includes('DLA') ? 'D' : '-'}${text.includes('YAOUNDE') || text.includes('YDE') ? 'Y' : '-'}`
      : String(status);
  };
  const counted = async () => {
    const { status, body } = await send<{ results?: { nombre: number }[] }>(
      'GET',
      `${path}/agregats?id__in=${pair.douala},${pair.yaounde}`,
    );
    return status === 400 ? '400' : status === 200 ? String(body.results?.[0]?.nombre) : String(status);
  };
  const cells: [string, string][] = [
    ['lister', await sees('?page_size=200&ordering=id')],
    ['filtrer', await sees(`?id__in=${pair.douala},${pair.yaounde}`)],
    ['chercher', resource.search.length > 0 ? await sees('?page_size=200&ordering=id&search=a') : 'sans'],
    ['curseur', await sees('?cursor=&page_size=200&ordering=id')],
    ['compter', await counted()],
    ['exporter', await exported()],
    ['lire', await both('GET', '')],
    ['historique', await both('GET', '/historique')],
    ['creer', String((await send('POST', path, {})).status)],
    ['modifier', await both('PATCH', '', {})],
    ['supprimer', await both('DELETE', '')],
    ['restaurer', await both('POST', '/restaurer')],
    ['detruire', await both('DELETE', '/destruction')],
  ];
  for (const { name, input } of resource.actions) {
    const body = Object.fromEntries(Object.entries(filledIn).filter(([field]) => field in input.shape));
    cells.push([name, await both('POST', `/${name}`, body)]);
  }
  return cells;
}

const table = (names: string[], columns: [string, string][][]): string[] =>
  (columns[0] ?? []).map(([path], row) => {
    const cells = names.map((_, i) => columns[i]?.[row]?.[1].padEnd(8));
    return `  ${path.padEnd(22)} ${cells.join(' ')}`.trimEnd();
  });

test('who reaches what', { timeout: 120_000 }, async () => {
  const names = Object.keys(people);
  const told: string[] = [
    'D: the row of Douala is there, Y: that of Yaoundé. 412: could have written. Left of the slash Douala, right Yaoundé.',
    'mireille: administrateur. esther: auditeur, everywhere. paul: gestionnaire, awa: agent, irene: instructeur, all three',
    'at Douala. chantal: gestionnaire at Yaoundé. visiteur: a role that reaches everywhere and was granted nothing.',
  ];
  for (const resource of resources) {
    const columns = await Promise.all(names.map((name) => column(people[name] as Send, resource)));
    told.push('', `${resource.name.padEnd(24)} ${names.map((name) => name.padEnd(8)).join(' ')}`.trimEnd());
    told.push(...table(names, columns));
  }
  told.push('', 'nobody');
  for (const resource of resources)
    told.push(`  ${resource.name.padEnd(22)} ${(await api.anonymous('GET', `/${resource.name}`)).status}`);
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('./grid.txt');
});

test('a resource without a path to the branch shows a branch nothing', async () => {
  const paul = await api.as(api.people.paul);
  for (const resource of resources.filter(({ branch }) => branch !== 'shared')) {
    const text = (await paul('GET', `/${resource.name}?page_size=200`)).text;
    expect(text, resource.name).not.toContain('YAOUNDE');
  }
});
