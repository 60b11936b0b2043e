import type { DataSource, QueryRunner } from 'typeorm';
import { CannotStart } from '../../server/explain.ts';
import { lieux } from '../demo/lieux.ts';
import { succursales } from '../demo/organisation.ts';

/** Telephones are drawn from five million numbers a country, which the demonstration does not use. */
const CLIENTS_MAX = 5_000_000;

export interface Volume {
  /** How many clients were added. */
  added: number;
  /** The codes of the succursales over which they are spread evenly. */
  succursales: string[];
}

/**
 * Brings the table of clients up to `clients` rows (at most five million) over five succursales, adding those that
 * are missing. Names, towns and telephones are believable, and the same at every run.
 * @throws in production
 */
export async function seedVolume(source: DataSource, { clients }: { clients: number }): Promise<Volume> {
  if (process.env.NODE_ENV === 'production')
    throw new CannotStart('Le volume d’essai ne se charge pas en production (NODE_ENV=production)');
  if (!Number.isInteger(clients) || clients < 1 || clients > CLIENTS_MAX)
    throw new RangeError(`from 1 to ${CLIENTS_MAX} clients`);
  const db = source.createQueryRunner();
  try {
    await db.query('set statement_timeout = 0');
    await db.startTransaction();
    const quartiers = await branches(db);
    const added = await load(db, clients, quartiers);
    await db.commitTransaction();
    // A table without its visibility map counts slower than it ever will again.
    await db.query('vacuum (analyze) clients');
    await db.query('analyze succursales');
    return { added, succursales: quartiers.map(({ code }) => code) };
  } catch (error) {
    if (db.isTransactionActive) await db.rollbackTransaction();
    throw error;
  } finally {
    await db.query('reset statement_timeout');
    await db.release();
  }
}

/** What the clients of one succursale are drawn from. */
interface Quartier {
  code: string;
  familles: readonly string[];
  prenoms: readonly string[];
  adresses: readonly string[];
  ville: string;
  /** Six characters of a telephone number; seven digits follow. */
  mobile: string;
}

const dolisie = { code: 'DOL', nom: 'NSIA-Dolisie', ville: 'Dolisie', pays: 'CG' } as const;
const mobiles = { CG: '+24204', CM: '+23769' } as const;

async function branches(db: QueryRunner): Promise<Quartier[]> {
  const found: Quartier[] = [];
  for (const { code, nom, ville, pays } of [...succursales, dolisie]) {
    await db.query(
      `insert into succursales (code, nom, ville, pays, parent_id)
       values ($1, $2, $3, $4, (select id from succursales where parent_id is null)) on conflict do nothing`,
      [code, nom, ville, pays],
    );
    const near = lieux.find((lieu) => lieu.code === (code === 'DOL' ? 'PNR' : code));
    const town = near?.villes.find((each) => each.ville === ville);
    if (!near || !town) continue;
    const prenoms = [...near.noms.femmes, ...near.noms.hommes];
    found.push({ code, ville, prenoms, familles: near.noms.familles, adresses: town.adresses, mobile: mobiles[pays] });
  }
  return found;
}

async function load(db: QueryRunner, clients: number, quartiers: Quartier[]): Promise<number> {
  const [{ there, last }] = (await db.query(
    'select count(*)::int as there, coalesce(max(id), 0)::int as last from clients',
  )) as [{ there: number; last: number }];
  const added = clients - there;
  if (added <= 0) return 0;
  // Building an index anew is far quicker than keeping it while loading.
  const indexes = (await db.query(
    `select indexname, indexdef from pg_indexes where tablename = 'clients' and schemaname = current_schema() and indexdef like 'CREATE INDEX%'`,
  )) as { indexname: string; indexdef: string }[];
  for (const { indexname } of indexes) await db.query(`drop index ${indexname}`);
  await db.query(insert, [JSON.stringify(quartiers), last + 1, last + added]);
  await db.query(`set local maintenance_work_mem = '256MB'`);
  for (const { indexdef } of indexes) await db.query(indexdef);
  return added;
}

/** `pick(n, salt)` of a row: a number below n that depends on the row's place alone. */
const pick = (n: string, salt: number) => `((hashint8extended(i, ${salt}) & 1073741823) % ${n})::int`;
const from = (list: string, salt: number) => `q.${list}[1 + ${pick(`cardinality(q.${list})`, salt)}]`;

/** Numbers are the row's place times a prime, so that no two are alike and neighbours look nothing like each other. */
const insert = `
  with quartiers as materialized (
    select q.*, s.id, q.rang - 1 as reste, count(*) over () as nombre
    from rows from (jsonb_to_recordset($1::jsonb) as (code text, familles text[], prenoms text[], adresses text[], ville text, mobile text))
      with ordinality q (code, familles, prenoms, adresses, ville, mobile, rang)
    join succursales s using (code)
  ), gens as (
    select i, q.id as succursale_id, q.ville, ${from('familles', 1)} as nom, ${from('prenoms', 2)} as prenom,
      ${from('adresses', 3)} as adresse, q.mobile || (5000000 + i * 7919 % 5000000) as telephone, ${pick('100', 4)} as sort
    from generate_series($2::bigint, $3::bigint) i join quartiers q on q.reste = i % q.nombre
  )
  insert into clients (nom, prenom, societe, categorie, email, telephone, date_naissance, adresse, ville, succursale_id, cree_le, modifie_le)
  select nom, prenom,
    case when sort < 12 then 'Établissements ' || nom end,
    case when sort < 8 then 'professionnel' when sort < 12 then 'entreprise' else 'particulier' end,
    case when sort % 3 = 0 then replace(sans_accents(prenom || '.' || nom), ' ', '-') || '.' || i || '@courriel.example' end,
    telephone, case when sort >= 8 then date '1955-01-01' + ${pick('18000', 5)} end,
    adresse, ville, succursale_id, at, at
  from gens, lateral (select now() - interval '3 years' * (($3 - i + 1)::float8 / ($3 - $2 + 2)) as at) moment
  order by i`;
