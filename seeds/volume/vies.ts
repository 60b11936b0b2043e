import { duVolume } from './clients.ts';
import { oneOf, pick } from './tirage.ts';

const end = (start: string) =>
  `(case o.duree_unite when 'jours' then ${start} + o.duree else (${start} + make_interval(months => o.duree))::date end - 1)`;

/**
 * What happens to each contrat, from the request to today: a table for the time of the transaction, in the order in
 * which they begin. Most pay on time, some late, some stop, a few never begin. `$1` offers, `$2` and `$3` the first and
 * the last of the draws, `$4` how many clients there are, `$5` the key before the first souscription.
 */
export const vies = `
  create temporary table volume_vies on commit drop as
  with offres as materialized (
    select o.*, sum(o.poids) over (order by o.rang) as haut, p.id as produit_id, p.code as produit_code, p.branche,
      p.modele_police, p.duree, p.duree_unite,
      case p.duree_unite when 'mois' then p.duree else round(p.duree * 12 / 365.0)::int end as duree_mois
    from rows from (jsonb_to_recordset($1::jsonb) as (produit text, poids int, montants bigint[], periodicites text[]))
      with ordinality o (produit, poids, montants, periodicites, rang)
    join produits p on p.code = o.produit
  ), vendeurs as materialized (
    select succursale_id, array_agg(id order by id) as agents from agents where statut = 'actif' group by 1
  ), assures as materialized (
    select c.id, c.succursale_id, c.telephone, jour_metier(c.cree_le) as depuis,
      row_number() over (order by d.client_id is not null, c.id) - 1 as rang
    from clients c left join (select distinct client_id from souscriptions) d on d.client_id = c.id
    where ${duVolume}
  ), demandes as materialized (
    select i, date_metier() as jour, a.id as client_id, a.succursale_id, a.telephone, o.produit_id, o.branche,
      o.modele_police, o.duree, o.duree_unite, o.duree_mois, ${oneOf('o.montants', 12)} as montant,
      ${oneOf('o.periodicites', 13)} as periodicite,
      date_metier() - ${pick('greatest(1, date_metier() - greatest(a.depuis, date_metier() - 729))', 14)} as effet,
      case when o.produit_code not like 'PASS%' then 'agence'
        else (array['ussd', 'ussd', 'ussd', 'borne', 'chatbot', 'espace', 'agence', 'agence'])[1 + ${pick('8', 15)}] end as canal,
      v.agents
    from generate_series($2::bigint, $3::bigint) i
    join assures a on a.rang = (i - $2) % $4::bigint
    join offres o on ${pick('100', 11)} >= o.haut - o.poids and ${pick('100', 11)} < o.haut
    left join vendeurs v on v.succursale_id = a.succursale_id
  ), formes as (
    select o.*, m.mois, greatest(1, case when m.mois is null then 1 else o.duree_mois / m.mois end) as nombre,
      case when o.canal = 'agence' and cardinality(o.agents) > 0 then ${oneOf('o.agents', 16)} end as agent_id,
      ${end('o.effet')} as fin_0, ${pick('100', 20)} as habitude
    from demandes o, lateral (select case o.periodicite when 'mensuelle' then 1 when 'trimestrielle' then 3
      when 'semestrielle' then 6 when 'annuelle' then 12 end as mois) m
  ), termes as materialized (
    select o.*, o.fin_0 + 1 as effet_1, ${end('(o.fin_0 + 1)')} as fin_1,
      periodes_commencees(o.effet, o.mois, o.nombre, o.jour)
        + periodes_commencees(o.fin_0 + 1, o.mois, o.nombre, o.jour) as dues
    from formes o
  ), payees as materialized (
    select *, least(
      case when habitude < 4 then 0 when habitude < 50 then dues + (${pick('8', 21)} = 0)::int
        when habitude < 72 then greatest(1, dues - 1 - ${pick('2', 22)}) else 1 + ${pick('least(3, dues)', 23)} end,
      case when effet_1 <= jour and ${pick('10', 24)} < 7 then 2 else 1 end * nombre) as payees,
      case when montant > 10000 then 1 else (array[1, 1, 1, 2, 3, 6])[1 + ${pick('6', 25)}] end as pas
    from termes
  ), fins as (
    select *, case when payees = 0 then 0 when payees > nombre then 2 else 1 end as termes,
      case when payees = 0 then 'en_attente' when sort < 2 then 'suspendue' when sort < 6 then 'resiliee' else 'activee' end as statut,
      case when payees > 0 and sort < 6 then greatest(effet, jour - ${pick('60', 27)}) end as arret
    from payees, lateral (select ${pick('100', 26)} as sort) s
  )
  select $5::bigint + row_number() over (order by effet, i) as id, i, jour, client_id, succursale_id, telephone, produit_id,
    branche, modele_police, montant, periodicite, mois, nombre, canal, agent_id, habitude, effet, fin_0, effet_1, fin_1,
    payees, pas, termes, statut, arret,
    case when payees > nombre then fin_periode(effet_1, fin_1, payees - nombre - 1, mois, nombre)
      when payees > 0 then fin_periode(effet, fin_0, payees - 1, mois, nombre) end as couvert_jusqu_au
  from fins`;
