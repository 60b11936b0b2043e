import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowContrats1763690013000 implements MigrationInterface {
  name = 'ShowContrats1763690013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('drop view contrats');
    await db.query(
      contrats(
        `, (select max(d.date_fin) from derogations d where d.souscription_id = s.id and d.statut = 'accordee'
              and d.date_fin >= date_metier()) as derogation_jusqu_au,
         exists (select from avenants a where a.souscription_id = s.id and a.statut = 'demande') as avenant_demande`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view contrats');
    await db.query(contrats(''));
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
