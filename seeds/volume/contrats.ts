import type { QueryRunner } from 'typeorm';
import { CannotStart } from '../../server/explain.ts';
import { duVolume, type Quartier } from './clients.ts';
import { livres } from './livres.ts';
import { offres } from './offres.ts';
import { withoutIndexes } from './sans-index.ts';
import { oneOf } from './tirage.ts';
import { vies } from './vies.ts';

/** Contrats that one agent looks after, about. */
const PAR_AGENT = 5000;

const tables = [
  'souscriptions',
  'termes',
  'numeros_police',
  'interruptions',
  'paiements',
  'ecritures',
  'commissions',
  'especes_detenues',
];

/**
 * Adds contrats until there are so many, one at least for each client, and answers how many were missing. Triggers
 * would take hours: what they keep is written here, and the nightly check holds it against its sums.
 */
export async function loadContrats(db: QueryRunner, contrats: number, quartiers: Quartier[]): Promise<number> {
  const [{ there }] = (await db.query('select count(*)::int as there from numeros_police')) as [{ there: number }];
  const added = contrats - there;
  if (added <= 0) return 0;
  await db.query(`set local session_replication_role = replica`);
  await db.query(`set local work_mem = '128MB'`);
  await db.query(agents, [JSON.stringify(quartiers), Math.ceil(contrats / PAR_AGENT / quartiers.length)]);
  await withoutIndexes(db, tables, async () => {
    const [{ clients, last }] = (await db.query(
      `select (select count(*)::int from clients c where ${duVolume}) as clients,
         (select coalesce(max(id), 0)::int from souscriptions) as last`,
    )) as [{ clients: number; last: number }];
    if (clients === 0)
      throw new CannotStart('Ces contrats demandent des clients : donnez aussi --clients, plus qu’il n’y en a');
    await db.query(vies, [JSON.stringify(offres), there + 1, contrats, clients, last]);
    await db.query('analyze volume_vies');
    for (const statement of portefeuille) await db.query(statement);
    await db.query(`select setval(pg_get_serial_sequence('souscriptions', 'id'), $1)`, [last + added]);
    for (const statement of livres) await db.query(statement);
  });
  // Nobody reads books that do not balance: the triggers of what follows see them whole.
  await db.query(`set local session_replication_role = origin`);
  return added;
}

/** Each succursale gets as many agents as its contrats need; those that are there stay. */
const agents = `
  with quartiers as (
    select q.*, s.id, (select count(*) from agents a where a.succursale_id = s.id) as there
    from jsonb_to_recordset($1::jsonb) as q (code text, familles text[], prenoms text[], mobile text)
    join succursales s using (code)
  ), nouveaux as (
    select q.*, row_number() over (order by q.id, n) as i from quartiers q, generate_series(there + 1, $2::bigint) n
  ), serie as (
    insert into numerotations (serie, dernier) select 'agents.matricule:AGT{SEQ:3}', count(*) from nouveaux having count(*) > 0
    on conflict (serie) do update set dernier = numerotations.dernier + excluded.dernier returning dernier
  )
  insert into agents (matricule, nom, prenom, telephone, succursale_id, taux_commission)
  select 'AGT' || lpad(n::text, greatest(3, length(n::text)), '0'), ${oneOf('familles', 31)}, ${oneOf('prenoms', 32)},
    mobile || (4000000 + n), id, 10
  from nouveaux, serie, lateral (select dernier - (select count(*) from nouveaux) + i as n) numero`;

const year = (day: string) => `extract(year from ${day})::int`;
const numbered = (prefix: string, n: string, digits: number) =>
  `${prefix} || lpad(${n}::text, greatest(${digits}, length(${n}::text)), '0')`;
/** Counters go on from the last number that was given. */
const counted = (serie: string, howMany: string, from: string) => `
  insert into numerotations (serie, dernier) select ${serie}, ${howMany} from ${from} group by 1
  on conflict (serie) do update set dernier = numerotations.dernier + excluded.dernier`;

const SOUSCRIPTIONS = `'souscriptions.numero:SOU-' || ${year('v.effet')} || '-{SEQ:6}'`;
const QUITTANCES = `'quittances:' || ${year('t.date_effet')}`;
const POLICES = `'numeros_police:' || replace(replace(v.modele_police, '{YYYY}', (${year('v.effet')})::text), '{BRANCHE}', v.branche)`;

const portefeuille = [
  `insert into souscriptions (id, numero, client_id, produit_id, succursale_id, agent_id, canal, montant, periodicite,
     termes, statut, motif, paye, date_effet, expire_le, couvert_jusqu_au, cree_le, modifie_le)
   select v.id, ${numbered(`'SOU-' || v.an || '-'`, 'v.seq', 6)}, v.client_id, v.produit_id, v.succursale_id, v.agent_id,
     v.canal, v.montant, v.periodicite,
     jsonb_build_object('produit', p.nom, 'branche', p.branche, 'garanties', p.garanties, 'duree', p.duree,
       'duree_unite', p.duree_unite, 'beneficiaires_max', p.beneficiaires_max, 'taux_commission', p.taux_commission,
       'jours_grace', p.jours_grace, 'modele_police', p.modele_police),
     v.statut, case v.statut when 'suspendue' then 'Dossier incomplet après contrôle' when 'resiliee' then 'À la demande du client' end,
     v.montant * v.payees, case when v.payees > 0 then v.effet end,
     case v.termes when 1 then v.fin_0 when 2 then v.fin_1 end, v.couvert_jusqu_au, v.le, v.le
   from (select v.*, ${year('v.effet')} as an, v.effet::timestamptz as le,
       coalesce(n.dernier, 0) + row_number() over (partition by ${SOUSCRIPTIONS} order by v.id) as seq
     from volume_vies v left join numerotations n on n.serie = ${SOUSCRIPTIONS}) v
   join produits p on p.id = v.produit_id order by v.id`,
  counted(SOUSCRIPTIONS, 'count(*)', 'volume_vies v'),

  // Past the numbers that were chosen by hand, too.
  `create temporary table volume_polices on commit drop as
   with dans as materialized (select id, effet::timestamptz as le, ${POLICES} as serie from volume_vies v),
   series as (
     select serie, split_part(substring(serie from 16), '{SEQ', 1) as debut, coalesce(n.dernier, 0) as dernier
     from (select distinct serie from dans) d left join numerotations n using (serie)
   ), depart as materialized (
     select serie, greatest(dernier, (select max(substring(m.numero from length(debut) + 1)::bigint) from numeros_police m
       where m.mode_attribution = 'manuelle' and starts_with(m.numero, debut)
         and substring(m.numero from length(debut) + 1) ~ '^[0-9]{1,15}$')) as dernier
     from series
   )
   select d.id, d.le, d.serie, s.dernier + row_number() over (partition by d.serie order by d.id) as seq
   from dans d join depart s using (serie)`,
  `insert into numeros_police (numero, souscription_id, mode_attribution, attribue_le, cree_le, modifie_le)
   select regexp_replace(substring(serie from 16), '\\{SEQ(:\\d+)?\\}', lpad(seq::text, greatest(length(seq::text),
       coalesce(substring(serie from '\\{SEQ:(\\d+)\\}')::int, 1)), '0')), id, 'automatique', le, le, le
   from volume_polices order by id`,
  `insert into numerotations (serie, dernier) select serie, max(seq) from volume_polices group by 1
   on conflict (serie) do update set dernier = excluded.dernier`,

  `create temporary table volume_termes on commit drop as
   select v.id as souscription_id, r.rang, r.date_effet, r.date_expiration, v.montant, v.mois, v.nombre
   from volume_vies v, lateral (values (0, v.effet, v.fin_0), (1, v.effet_1, v.fin_1)) r (rang, date_effet, date_expiration)
   where r.rang < v.termes`,
  `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
   select t.souscription_id, t.rang, t.date_effet, t.date_expiration, t.montant, t.mois, t.nombre,
     t.rang * t.montant * t.nombre, coalesce(n.dernier, 0) + 1 - t.nombre
       + sum(t.nombre) over (partition by ${QUITTANCES} order by t.date_effet, t.souscription_id)
   from volume_termes t left join numerotations n on n.serie = ${QUITTANCES}
   order by t.date_effet, t.souscription_id`,
  counted(QUITTANCES, 'sum(t.nombre)', 'volume_termes t'),

  `insert into interruptions (souscription_id, debut) select id, arret from volume_vies where arret is not null order by id`,
];
