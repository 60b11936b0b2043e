import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScaleContrats1763690015000 implements MigrationInterface {
  name = 'ScaleContrats1763690015000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(indexes);
    await db.query(periodes);
    await db.query(cotisations('periodes_du_terme(t.nombre)'));
    await db.query('drop view contrats, echeances');
    await db.query(contrats(', s.statut as etat'));
    await db.query(echeances(one, 'left'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view contrats, echeances');
    await db.query(echeances(joined, 'inner'));
    await db.query(contrats(''));
    await db.query(cotisations('generate_series(0, t.nombre - 1)'));
    await db.query(`
      drop function periodes_du_terme(integer);
      drop index souscriptions_succursale, souscriptions_autres, souscriptions_autres_succursale;
      drop index paiements_souscription_id, paiements_autres, paiements_paye_le;
    `);
  }
}

const indexes = `
  -- A branch's own list, the latest first, however small its part of the whole.
  create index souscriptions_succursale on souscriptions (succursale_id, id);
  -- What is not in force is rare: without these it is looked for among everything else.
  create index souscriptions_autres on souscriptions (statut, id) where statut <> 'activee';
  create index souscriptions_autres_succursale on souscriptions (succursale_id, statut, id) where statut <> 'activee';
  -- All payments of one contrat, whatever became of them; the other index holds those that succeeded, with their sum.
  create index paiements_souscription_id on paiements (souscription_id, id);
  create index paiements_autres on paiements (statut, id) where statut <> 'reussi';
  create index paiements_paye_le on paiements (paye_le, id);
`;

const periodes = `
  -- A year of months, as the planner is told: it takes a series of unknown length for a thousand rows, and then prefers
  -- to walk through everybody's polices for the sake of their order. Strict, or it would be looked through.
  create function periodes_du_terme(nombre integer) returns setof integer
    language sql immutable strict parallel safe rows 12 as $$ select generate_series(0, nombre - 1) $$;
`;

/** Nothing falls due after the day on which a contrat was ended. */
const ENDED = `case s.statut when 'resiliee' then (select i.debut from interruptions i where i.souscription_id = s.id and i.fin is null) end`;
const LAST = `coalesce(${ENDED}, date_metier())`;

/** One row a police; what was stored of its state stands beside what the dates make of it. */
const contrats = (more: string) => `
  create view contrats as
  select n.id, n.numero as police, s.id as souscription_id, s.client_id, s.produit_id, s.succursale_id, s.agent_id,
    s.termes ->> 'branche' as branche, s.date_effet, s.expire_le as date_expiration, s.montant, s.periodicite,
    s.paye as solde, du.montant as du, greatest(0, du.montant - s.paye) as reste_a_payer, s.couvert_jusqu_au,
    case when s.statut = 'activee' and s.expire_le < date_metier() then 'expiree' else s.statut end as statut,
    n.mode_attribution, n.agent_attribueur_id, n.attribue_le, s.motif, n.recherche, s.revision, s.cree_le, s.modifie_le,
    (select max(d.date_fin) from derogations d where d.souscription_id = s.id and d.statut = 'accordee'
        and d.date_fin >= date_metier()) as derogation_jusqu_au,
    exists (select from avenants a where a.souscription_id = s.id and a.statut = 'demande') as avenant_demande${more}
  from numeros_police n
  join souscriptions s on s.id = n.souscription_id
  left join lateral (select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, ${LAST})), 0)::bigint as montant
                     from termes where souscription_id = s.id) du on true;
`;

const cotisations = (periodes: string) => `
  -- What each period asks for and has got: the oldest first. Computed from the souscription's own rows alone.
  create or replace view cotisations as
  select t.id * 1000 + p.n as id, s.id as souscription_id, n.numero as police, s.client_id, s.succursale_id, s.agent_id,
    coalesce(t.quittances[p.n + 1], 'Q' || to_char(t.date_effet, 'YYYY')
      || lpad((t.premiere_quittance + p.n)::text, greatest(3, length((t.premiere_quittance + p.n)::text)), '0')) as quittance,
    t.rang as terme, p.n + 1 as periode, d.debut as periode_debut,
    fin_periode(t.date_effet, t.date_expiration, p.n, t.mois, t.nombre) as periode_fin,
    t.montant, a.paye, t.montant - a.paye as reste,
    case when a.paye = t.montant then 'payee' when a.paye > 0 then 'partielle'
      when d.debut + coalesce((s.termes ->> 'jours_grace')::integer, 0) < date_metier() then 'en_retard' else 'a_venir' end as statut,
    s.revision, t.id as terme_id, s.cree_le, s.modifie_le
  from souscriptions s
  join termes t on t.souscription_id = s.id
  join numeros_police n on n.souscription_id = s.id
  cross join lateral ${periodes} as p(n)
  cross join lateral (select debut_periode(t.date_effet, p.n, t.mois) as debut) d
  cross join lateral (select greatest(0, least(t.montant, s.paye - t.du_avant - p.n * t.montant)) as paye) a
  where s.statut <> 'resiliee' or a.paye > 0 or d.debut <= ${LAST};
`;

/** The next day to be paid for: the first of all where nothing covers any more. */
const NEXT = 'coalesce(s.couvert_jusqu_au + 1, s.date_effet)';

/** The one term in which the next day to be paid for lies: looked up, so that no list reads the terms of others. */
const one = `cross join lateral (select * from termes
    where souscription_id = s.id and ${NEXT} between date_effet and date_expiration order by rang limit 1) t`;
const joined = `join termes t on t.souscription_id = s.id and ${NEXT} between t.date_effet and t.date_expiration`;

/** What a left join brings is left out of a count. */
const echeances = (terme: string, side: 'left' | 'inner') => `
  create view echeances as
  select s.id, n.numero as police, s.id as souscription_id, s.client_id, s.succursale_id, s.agent_id,
    ${NEXT} as date_echeance,
    greatest(0, date_metier() - ${NEXT}) as jours_retard,
    case when ${NEXT} < date_metier() - 30 then 'plus_de_30'
      when ${NEXT} < date_metier() - 15 then 'de_16_a_30'
      when ${NEXT} < date_metier() then 'de_1_a_15'
      when ${NEXT} = date_metier() then 'aujourd_hui'
      when ${NEXT} <= date_metier() + 6 then 'sept_jours' else 'plus_tard' end as tranche,
    t.montant, greatest(du.montant, t.du_avant + t.montant
      * periodes_commencees(t.date_effet, t.mois, t.nombre, ${NEXT})) - s.paye as a_payer,
    s.revision, s.cree_le, s.modifie_le
  from souscriptions s
  join numeros_police n on n.souscription_id = s.id
  ${terme}
  ${side} join lateral (select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, date_metier())), 0)::bigint as montant
                      from termes where souscription_id = s.id) du on true
  where s.statut = 'activee' and ${NEXT} <= s.expire_le;
`;
