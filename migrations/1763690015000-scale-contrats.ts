import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScaleContrats1763690015000 implements MigrationInterface {
  name = 'ScaleContrats1763690015000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(indexes);
    await db.query(cotisations(`greatest(3, length((t.premiere_quittance + p.n)::text))`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(cotisations('3'));
    await db.query(`
      drop index souscriptions_succursale, paiements_souscription_id;
    `);
  }
}

const indexes = `
  -- A branch's own list, the latest first, however small its part of the whole.
  create index souscriptions_succursale on souscriptions (succursale_id, id);
  -- All payments of one contrat, whatever became of them; the other index holds those that succeeded, with their sum.
  create index paiements_souscription_id on paiements (souscription_id, id);
`;

/** A year has more than 999 instalments: padding must not cut a longer number short. */
const cotisations = (digits: string) => `
  -- What each period asks for and has got: the oldest first. Computed from the souscription's own rows alone.
  create or replace view cotisations as
  select t.id * 1000 + p.n as id, s.id as souscription_id, n.numero as police, s.client_id, s.succursale_id, s.agent_id,
    coalesce(t.quittances[p.n + 1],
      'Q' || to_char(t.date_effet, 'YYYY') || lpad((t.premiere_quittance + p.n)::text, ${digits}, '0')) as quittance,
    t.rang as terme, p.n + 1 as periode, d.debut as periode_debut,
    fin_periode(t.date_effet, t.date_expiration, p.n, t.mois, t.nombre) as periode_fin,
    t.montant, a.paye, t.montant - a.paye as reste,
    case when a.paye = t.montant then 'payee' when a.paye > 0 then 'partielle'
      when d.debut + coalesce((s.termes ->> 'jours_grace')::integer, 0) < date_metier() then 'en_retard' else 'a_venir' end as statut,
    s.revision, t.id as terme_id, s.cree_le, s.modifie_le
  from souscriptions s
  join termes t on t.souscription_id = s.id
  join numeros_police n on n.souscription_id = s.id
  cross join lateral generate_series(0, t.nombre - 1) as p(n)
  cross join lateral (select debut_periode(t.date_effet, p.n, t.mois) as debut) d
  cross join lateral (select greatest(0, least(t.montant, s.paye - t.du_avant - p.n * t.montant)) as paye) a;
`;
