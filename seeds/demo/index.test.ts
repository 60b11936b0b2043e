import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataSource } from '../../ormconfig.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/core/database.ts';
import { aujourdhui, plusMois } from '../../server/core/jours.ts';
import { normalisePhone } from '../../server/core/kinds.ts';
import { clients } from '../../server/features/clients/resource.ts';
import { taches } from '../../server/features/crm/taches/resource.ts';
import { agents } from '../../server/features/organisation/agents/resource.ts';
import { passwordFits } from '../../server/features/organisation/utilisateurs/mot-de-passe.ts';
import { type Guichet, smsOf } from '../../server/guichet.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { type Demo, seedDemo } from './index.ts';

let db: TestDatabase;
let guichet: Guichet;
let demo: Demo;

const config = (NODE_ENV: Config['NODE_ENV']): Config => ({
  ...readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://localhost/demo',
    GUICHET_SECRET: 'a secret for these tests alone, no other',
  }),
  NODE_ENV,
});

beforeAll(async () => {
  db = await testDatabase();
  guichet = { ...db, config: config('test'), sms: smsOf(config('test')) };
  demo = await seedDemo(guichet);
});
afterAll(() => db.close());

const caller = async (email: string) => {
  const [account] = await db.rows<{ id: number }>('select id from utilisateurs where email = $1', [email]);
  const known = await db.actors.find(account?.id ?? 0);
  if (!known) throw new Error(`${email} cannot sign in`);
  return { actor: known.actor, surface: 'api', langue: 'fr' } as const;
};

test('six accounts are said, and the password opens each of them', async () => {
  expect(demo.accounts.map(({ email }) => email)).toEqual([
    'siege@guichet.test',
    'douala@guichet.test',
    'agent.douala@guichet.test',
    'yaounde@guichet.test',
    'brazzaville@guichet.test',
    'audit@guichet.test',
  ]);
  const stored = await db.rows<{ mot_de_passe: string }>('select mot_de_passe from utilisateurs');
  expect(stored).toHaveLength(6);
  for (const { mot_de_passe } of stored) expect(await passwordFits(mot_de_passe, demo.password)).toBe(true);
});

test('Paul directs INTIA-Douala below the Direction générale, and counts only its clients', async () => {
  const paul = await caller('douala@guichet.test');
  const [branch] = await db.rows<{ nom: string; parent: string; n: number }>(
    `select s.nom, p.nom as parent, (select count(*) from clients where succursale_id = s.id) as n
     from succursales s join succursales p on p.id = s.parent_id where s.id = $1`,
    [paul.actor.succursale_id],
  );
  expect(branch).toEqual({ nom: 'INTIA-Douala', parent: 'Direction générale', n: 86 });
  expect(await db.records.count(paul, clients, {})).toMatchObject({ count: 86 });
});

test('a second start changes nothing and says the same accounts', async () => {
  const count = () =>
    db.rows(
      'select (select count(*) from clients) as c, (select count(*) from journal) as j, (select sum(dernier) from numerotations) as n',
    );
  const before = await count();
  expect(await seedDemo(guichet)).toEqual(demo);
  expect(await count()).toEqual(before);
});

test('two starts at the same moment fill an empty database once, however long the second has to wait', async () => {
  const empty = await testDatabase();
  const hurried = await dataSource(empty.url, { pool: 4, timeout: 1000 }).initialize();
  try {
    const other = { database: openDatabase(hurried), config: config('development') };
    await Promise.all([seedDemo(other), seedDemo(other)]);
    expect(await empty.rows('select count(*) as n from utilisateurs')).toEqual([{ n: 6 }]);
  } finally {
    await hurried.destroy();
    await empty.close();
  }
});

test('production is refused, and nothing is written', async () => {
  const empty = await testDatabase();
  try {
    await expect(seedDemo({ ...empty, config: config('production') })).rejects.toThrow(
      'ne se chargent pas en production',
    );
    expect(await empty.rows('select from succursales')).toEqual([]);
  } finally {
    await empty.close();
  }
});

test('a database with an organisation of its own is left alone', async () => {
  const own = await testDatabase();
  try {
    await own.rows(`insert into succursales (code, nom, ville, pays) values ('A', 'Siège', 'Ouesso', 'CG')`);
    expect(await seedDemo({ ...own, config: config('development') })).toMatchObject({ accounts: [] });
    expect(await own.rows('select from clients')).toEqual([]);
  } finally {
    await own.close();
  }
});

describe('the agents', () => {
  test('the first two are Marie Claire MOUKOKO and Pierre NGOUABI of NSIA-Brazzaville', async () => {
    expect(await db.rows(`select matricule, prenom, nom from agents order by matricule limit 2`)).toEqual([
      { matricule: 'AGT001', prenom: 'Marie Claire', nom: 'MOUKOKO' },
      { matricule: 'AGT002', prenom: 'Pierre', nom: 'NGOUABI' },
    ]);
  });

  test('each branch has some, and the next one gets the next matricule', async () => {
    expect(await db.rows('select from agents group by succursale_id having count(*) >= 2')).toHaveLength(4);
    const mireille = await caller('siege@guichet.test');
    const made = await db.records.create(mireille, agents, { nom: 'LIKIBI', telephone: '06 612 34 56' });
    expect(made.matricule).toBe('AGT011');
  });
});

describe('the clients', () => {
  interface Seen {
    nom: string;
    prenom: string;
    telephone: string | null;
    email: string | null;
    jour: string;
    pays: string;
  }
  let all: Seen[];
  beforeAll(async () => {
    all = await db.rows<Seen>(
      `select c.nom, c.prenom, c.telephone, c.email, c.cree_le::date as jour, s.pays from clients c join succursales s on s.id = c.succursale_id`,
    );
  });

  test('the people of the kiosk’s story are there under their numbers', async () => {
    const rows = await db.rows(
      `select concat_ws(' ', prenom, nom) as qui, telephone from clients where telephone in ('+242061234567', '+242059876543', '+242042345678')
       or (nom, prenom) in (('MAKOSSO', 'Gisèle'), ('OKOKO', 'André')) order by cree_le`,
    );
    expect(rows).toMatchObject([
      { qui: 'Jean Baptiste KONGO', telephone: '+242061234567' },
      { qui: 'Marie Claire MOUKOKO', telephone: '+242059876543' },
      { qui: 'Pierre NGOUABI', telephone: '+242042345678' },
      { qui: 'Gisèle MAKOSSO' },
      { qui: 'André OKOKO' },
    ]);
  });

  test('addresses lie in every quarter and town of that story', async () => {
    for (const name of ['Poto-Poto', 'Bacongo', 'Moungali', 'Makélékélé', 'Ouenzé', 'Pointe-Noire', 'Dolisie']) {
      const found = await db.rows(`select from clients where adresse || ', ' || ville like '%' || $1 || '%'`, [name]);
      expect(found.length, name).toBeGreaterThan(0);
    }
  });

  test('a few hundred, every telephone valid in the country of its branch, no two alike', () => {
    expect(all.length).toBeGreaterThan(300);
    const phones = all.flatMap(({ telephone }) => telephone ?? []);
    for (const phone of phones) expect(normalisePhone(phone)).toBe(phone);
    for (const { telephone, pays } of all) expect(telephone).toMatch(pays === 'CG' ? /^\+242/ : /^\+237/);
    const emails = all.flatMap(({ email }) => email ?? []);
    for (const values of [phones, emails, all.map(({ nom, prenom }) => `${nom} ${prenom}`)])
      expect(new Set(values).size).toBe(values.length);
  });

  test('no e-mail could ever reach anybody', () => {
    for (const { email } of all) if (email) expect(email).toMatch(/\.example$/);
  });

  test('they came over eighteen months, none tomorrow', () => {
    // One came with the first police of all, in 2024.
    const days = all.flatMap(({ nom, jour }) => (nom === 'TCHICAYA' && jour < '2025' ? [] : jour)).sort();
    expect(String(days[0]) >= plusMois(aujourdhui(), -18).slice(0, 7)).toBe(true);
    expect(String(days.at(-1)) < aujourdhui()).toBe(true);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(17);
  });

  test('they are the same at every run, and their keys follow the day they came', async () => {
    expect(
      await db.rows('select from (select cree_le < lag(cree_le) over (order by id) as back from clients) x where back'),
    ).toEqual([]);
    const again = await testDatabase();
    try {
      await seedDemo({ ...again, config: config('test') });
      const text = 'select nom, prenom, telephone, adresse, cree_le from clients order by id';
      expect(await again.rows(text)).toEqual(await db.rows(text));
    } finally {
      await again.close();
    }
  });
});

test('the CRM shows every étape, statut and tranche, each account has something in hand', async () => {
  const among = async (column: string, table: string) =>
    (await db.rows<{ v: string }>(`select distinct ${column} as v from ${table} order by 1`)).map(({ v }) => v);
  expect(await among('etape', 'opportunites')).toHaveLength(5);
  expect(await among('statut', 'opportunites')).toHaveLength(3);
  expect(await among('statut', 'devis')).toHaveLength(5);
  expect(await among('version', 'devis')).toEqual([1, 2]);
  expect(await among('statut', 'projets')).toHaveLength(3);
  expect(await db.rows('select from devis where montant < 500000')).toEqual([]);
  for (const email of ['siege', 'douala', 'agent.douala', 'yaounde', 'brazzaville']) {
    const someone = await caller(`${email}@guichet.test`);
    const of = { assigne_a_id: String(someone.actor.id), group_by: 'tranche' };
    const told = JSON.parse(await db.records.aggregate(someone, taches, Object.entries(of))) as { tranche: string }[];
    const codes = told.map(({ tranche }) => tranche);
    expect(codes, email).toEqual(expect.arrayContaining(['en_retard', 'aujourd_hui', 'plus_tard', 'sans_date']));
  }
});

test('the journal says that the product made every row, and holds no password', async () => {
  const [told] = await db.rows<{ n: number; rows: number; authors: string }>(
    `select (select count(*) from journal where surface = 'systeme' and action = 'creer') as n,
      (select count(*) from clients) + (select count(*) from succursales) + (select count(*) from bornes) + 6 + 10
        + (select count(*) from souscriptions) as rows,
      (select string_agg(distinct auteur || '/' || role, ',') from journal where surface = 'systeme') as authors`,
  );
  expect(told).toEqual({ n: told?.rows, rows: told?.rows, authors: 'Guichet/systeme' });
  expect(await db.rows(`select from journal where apres::text like '%argon2%' or apres ? 'mot_de_passe'`)).toEqual([]);
});
