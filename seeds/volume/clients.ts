import type { QueryRunner } from 'typeorm';
import { lieux } from '../demo/lieux.ts';
import { succursales } from '../demo/organisation.ts';
import { withoutIndexes } from './sans-index.ts';
import { oneOf, pick } from './tirage.ts';

/** What the people of one succursale are drawn from. */
export interface Quartier {
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

/** Clients that were drawn here, by their telephones: those of the demonstration keep their own stories. */
export const duVolume = `c.supprime_le is null and c.telephone ~ '^\\+(24204|23769)[5-9]'`;

/** The five succursales below the head office; those that are missing are opened. */
export async function ouvrirSuccursales(db: QueryRunner): Promise<Quartier[]> {
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

/** Adds clients until there are so many; answers how many were missing. */
export async function loadClients(db: QueryRunner, clients: number, quartiers: Quartier[]): Promise<number> {
  const [{ there, last }] = (await db.query(
    'select count(*)::int as there, coalesce(max(id), 0)::int as last from clients',
  )) as [{ there: number; last: number }];
  const added = clients - there;
  if (added <= 0) return 0;
  await withoutIndexes(db, ['clients'], () => db.query(insert, [JSON.stringify(quartiers), last + 1, last + added]));
  return added;
}

const from = (list: string, salt: number) => oneOf(`q.${list}`, salt);

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
