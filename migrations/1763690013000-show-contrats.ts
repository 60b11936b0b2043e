import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowContrats1763690013000 implements MigrationInterface {
  name = 'ShowContrats1763690013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('drop view contrats, echeances');
    await db.query(
      contrats(
        `, (select max(d.date_fin) from derogations d where d.souscription_id = s.id and d.statut = 'accordee'
              and d.date_fin >= date_metier()) as derogation_jusqu_au,
         exists (select from avenants a where a.souscription_id = s.id and a.statut = 'demande') as avenant_demande`,
      ),
    );
    await db.query(echeances);
    await db.query(garantieLe(SOLD_TERM));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(garantieLe('t.rang'));
    await db.query('drop view contrats, echeances');
    await db.query(contrats(''));
    await db.query(formerEcheances);
  }
}

/** One row a police: what is insured, paid and owed today. */
const contrats = (more: string) => `
  create view contrats as
  select n.id, n.numero as police, s.id as souscription_id, s.client_id, s.produit_id, s.succursale_id, s.agent_id,
    s.termes ->> 'branche' as branche, s.date_effet, s.expire_le as date_expiration, s.montant, s.periodicite,
    s.paye as solde, du.montant as du, greatest(0, du.montant - s.paye) as reste_a_payer, s.couvert_jusqu_au,
    case when s.statut = 'activee' and s.expire_le < date_metier() then 'expiree' else s.statut end as statut,
    n.mode_attribution, n.agent_attribueur_id, n.attribue_le, s.motif, n.recherche, s.revision, s.cree_le, s.modifie_le${more}
  from numeros_police n
  join souscriptions s on s.id = n.souscription_id
  left join lateral (select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, date_metier())), 0)::bigint as montant
                     from termes where souscription_id = s.id) du on true;
`;

const tranche = `case when s.couvert_jusqu_au + 1 < date_metier() - 30 then 'plus_de_30'
      when s.couvert_jusqu_au + 1 < date_metier() - 15 then 'de_16_a_30'
      when s.couvert_jusqu_au + 1 < date_metier() then 'de_1_a_15'
      when s.couvert_jusqu_au + 1 = date_metier() then 'aujourd_hui'
      when s.couvert_jusqu_au + 1 <= date_metier() + 6 then 'sept_jours' else 'plus_tard' end as tranche`;

const due = `cross join lateral (select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, date_metier())), 0)::bigint as montant
                      from termes where souscription_id = s.id) du
  where s.statut = 'activee' and s.couvert_jusqu_au < s.expire_le`;

/** The next period that is not paid for, at the amount of its own term: an avenant may have changed it. */
const echeances = `
  create view echeances as
  select s.id, n.numero as police, s.id as souscription_id, s.client_id, s.succursale_id, s.agent_id,
    s.couvert_jusqu_au + 1 as date_echeance,
    greatest(0, date_metier() - (s.couvert_jusqu_au + 1)) as jours_retard, ${tranche},
    t.montant, greatest(du.montant, t.du_avant + t.montant
      * periodes_commencees(t.date_effet, t.mois, t.nombre, s.couvert_jusqu_au + 1)) - s.paye as a_payer,
    s.revision, s.cree_le, s.modifie_le
  from souscriptions s
  join numeros_police n on n.souscription_id = s.id
  join termes t on t.souscription_id = s.id and s.couvert_jusqu_au + 1 between t.date_effet and t.date_expiration
  ${due};
`;

const formerEcheances = `
  create view echeances as
  select s.id, n.numero as police, s.id as souscription_id, s.client_id, s.succursale_id, s.agent_id,
    s.couvert_jusqu_au + 1 as date_echeance,
    greatest(0, date_metier() - (s.couvert_jusqu_au + 1)) as jours_retard, ${tranche},
    s.montant, greatest(s.montant, du.montant - s.paye) as a_payer, s.revision, s.cree_le, s.modifie_le
  from souscriptions s
  join numeros_police n on n.souscription_id = s.id
  ${due};
`;

/** An avenant splits a term into rows; what was sold for the term, a plafond for instance, is there once. */
const SOLD_TERM = `(select max(o.rang) from termes o where o.souscription_id = s.id and o.rang <= t.rang and o.avenant_id is null)`;

const garantieLe = (terme: string) => `
  create or replace function garantie_le(souscription bigint, code text, jour date, sauf bigint) returns table (
    libelle text, plafond bigint, franchise bigint, frequence integer, ouverte_le date, terme integer, couvert boolean,
    engage bigint, fois integer) language sql stable as $$
    select g ->> 'libelle', (g ->> 'plafond')::bigint, coalesce((g ->> 'franchise')::bigint, 0), (g ->> 'frequence')::integer,
      (select min(date_effet) from termes where souscription_id = s.id) + coalesce((g ->> 'carence_jours')::integer, 0),
      vendu.rang, couverture_le(s.id, jour), coalesce(pris.somme, 0)::bigint, coalesce(pris.fois, 0)::integer
    from souscriptions s
    cross join lateral jsonb_array_elements(s.termes -> 'garanties') g
    left join termes t on t.souscription_id = s.id and jour between t.date_effet and t.date_expiration
    left join lateral (select ${terme} as rang) vendu on true
    left join lateral (select sum(l.accorde) as somme, count(*) as fois from sinistre_lignes l
      where l.souscription_id = s.id and l.garantie = code and l.terme = vendu.rang and sinistre_engage(l.statut)
        and l.accorde > 0 and l.sinistre_id is distinct from sauf) pris on true
    where s.id = souscription and g ->> 'code' = code $$;
`;
