import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountFigures1763690022000 implements MigrationInterface {
  name = 'CountFigures1763690022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(situated);
    await db.query(sommes);
    await db.query(periodesCommencees(plain));
    await db.query(echeances(once));
    await db.query(mouvements);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view mouvements_portefeuille;
      drop index termes_joints, termes_debuts, termes_sorties, interruptions_definitives, termes_sommes,
        souscriptions_succursale;
      create index souscriptions_succursale on souscriptions (succursale_id, id);
      drop trigger paiements_situes on paiements;
      drop function paiements_situes();
      drop index paiements_encaisses, paiements_encaisses_succursale;
      alter table paiements drop column succursale_id;
    `);
    await db.query(periodesCommencees(former));
    await db.query(echeances(twice));
  }
}

const situated = `
  -- The succursale of the souscription, which never changes, beside the payment: what a branch has taken is read from
  -- its own payments alone.
  alter table paiements add column succursale_id bigint references succursales;
  alter table paiements disable trigger paiements_figes;
  update paiements p set succursale_id = s.succursale_id from souscriptions s where s.id = p.souscription_id;
  alter table paiements enable trigger paiements_figes;
  alter table paiements alter column succursale_id set not null;
  create function paiements_situes() returns trigger language plpgsql as $$
  begin
    new.succursale_id := (select succursale_id from souscriptions where id = new.souscription_id);
    return new;
  end $$;
  create trigger paiements_situes before insert on paiements for each row execute function paiements_situes();
  create index paiements_encaisses on paiements (paye_le) include (mode_paiement, montant, succursale_id)
    where statut = 'reussi';
  create index paiements_encaisses_succursale on paiements (succursale_id, paye_le) include (mode_paiement, montant)
    where statut = 'reussi';
`;

const sommes = `
  -- All that a sum over the terms of a souscription asks for, out of the index alone.
  create index termes_sommes on termes (souscription_id, rang)
    include (date_effet, date_expiration, montant, mois, nombre, du_avant, avenant_id);

  -- A branch's own list, and what figures count of it without reading the souscriptions themselves, which are wide.
  drop index souscriptions_succursale;
  create index souscriptions_succursale on souscriptions (succursale_id, id)
    include (produit_id, statut, montant, paye, date_effet, expire_le, couvert_jusqu_au);
`;

const periodesCommencees = (body: string) => `
  create or replace function periodes_commencees(effet date, mois integer, nombre integer, jour date) returns integer
    language sql immutable parallel safe as $$ ${body} $$`;

const whole = `((extract(year from jour) - extract(year from effet)) * 12
  + extract(month from jour) - extract(month from effet))::integer / mois`;

/** Without a query of its own PostgreSQL writes it into the one that calls it, which is five times as quick. */
const plain = `
  select case when jour < effet then 0 when mois is null then 1 else least(nombre, ${whole}
    + case when (effet + make_interval(months => ${whole} * mois))::date > jour then 0 else 1 end) end`;

const former = `
  select case when jour < effet then 0 when mois is null then 1 else (
    select least(nombre, q + case when debut_periode(effet, q, mois) > jour then 0 else 1 end)
    from (select ${whole} as q) x) end`;

/** Asked once a statement, not once a row. */
const TODAY = '(select date_metier())';

/** The next day to be paid for: the first of all where nothing covers any more. */
const NEXT = 'coalesce(s.couvert_jusqu_au + 1, s.date_effet)';

interface Demande {
  /** Joined to each souscription: the day up to which it is asked, or what is asked up to today. */
  du: string;
  a_payer: string;
}

/**
 * What everything asks for up to the next day to be paid for, or up to today where that is past. Within the term of that
 * next day its own row knows what the terms before it asked for; only beyond it all are added up.
 */
const once: Demande = {
  du: `cross join lateral (select greatest(${NEXT}, ${TODAY}) as jour offset 0) j`,
  a_payer: `case when j.jour <= t.date_expiration
      then t.du_avant + t.montant * periodes_commencees(t.date_effet, t.mois, t.nombre, j.jour)
      else (select coalesce(sum(x.montant * periodes_commencees(x.date_effet, x.mois, x.nombre, j.jour)), 0)::bigint
        from termes x where x.souscription_id = s.id) end - s.paye`,
};
const twice: Demande = {
  du: `left join lateral (select coalesce(sum(x.montant), 0)::bigint as montant
      from (select montant * periodes_commencees(date_effet, mois, nombre, date_metier()) as montant
        from termes where souscription_id = s.id) x) du on true`,
  a_payer: `greatest(du.montant, t.du_avant + t.montant
      * periodes_commencees(t.date_effet, t.mois, t.nombre, ${NEXT})) - s.paye`,
};

const echeances = ({ du, a_payer }: Demande) => `
  create or replace view echeances as
  select s.id, n.numero as police, s.id as souscription_id, s.client_id, s.succursale_id, s.agent_id,
    ${NEXT} as date_echeance,
    greatest(0, date_metier() - ${NEXT}) as jours_retard,
    case when ${NEXT} < date_metier() - 30 then 'plus_de_30'
      when ${NEXT} < date_metier() - 15 then 'de_16_a_30'
      when ${NEXT} < date_metier() then 'de_1_a_15'
      when ${NEXT} = date_metier() then 'aujourd_hui'
      when ${NEXT} <= date_metier() + 6 then 'sept_jours' else 'plus_tard' end as tranche,
    t.montant, ${a_payer} as a_payer, s.revision, s.cree_le, s.modifie_le
  from souscriptions s
  join numeros_police n on n.souscription_id = s.id
  -- One at most: the terms of a souscription exclude each other.
  join termes t on t.souscription_id = s.id and ${NEXT} between t.date_effet and t.date_expiration
  ${du}
  where s.statut = 'activee' and ${NEXT} <= s.expire_le;
`;

const fact = (key: string, jour: string, mouvement: string, nombre: number) => `
  select ${key} as id, ${jour} as jour, s.succursale_id, s.produit_id, s.id as souscription_id, ${mouvement} as mouvement,
    ${nombre} as nombre, s.revision, s.cree_le, s.modifie_le`;

/** The first day without cover of a souscription that was ended: a term that was to begin then never does. */
const fin = `left join interruptions r on r.souscription_id = s.id and r.fin is null and s.statut = 'resiliee'`;

/** The last row of a term: no avenant goes on with it. */
const derniere = `not exists (select from termes n where n.souscription_id = t.souscription_id and n.rang = t.rang + 1
    and n.avenant_id is not null)`;

/** When the term began that a row is of. */
const debut = `(select o.date_effet from termes o where o.souscription_id = t.souscription_id and o.rang <= t.rang
    and o.avenant_id is null order by o.rang desc limit 1)`;

const mouvements = `
  create index termes_joints on termes (souscription_id, rang) where avenant_id is not null;
  create index termes_debuts on termes (date_effet) where avenant_id is null;
  create index termes_sorties on termes ((date_expiration + 1));
  create index interruptions_definitives on interruptions (debut) where fin is null;

  -- Every day on which a contrat enters the portfolio or leaves it. It is in it from the first to the last day of each of
  -- its terms, as sold or renewed: a term enters on its first day (nouveau, then renouvele) and leaves on the day after its
  -- last (echu), or on the first day without cover where it was ended (resilie). Renewed without a gap, a contrat leaves
  -- and enters on the same day. An avenant splits a term and moves nothing; nor does a suspension, whose contrat is still
  -- one. So the sum of nombre up to a day is the number of contrats in force that day, and what was there before a
  -- period with what moved in it is what is there after it.
  create view mouvements_portefeuille as
  ${fact('t.id * 2', 't.date_effet', `case when t.rang = 0 then 'nouveau' else 'renouvele' end`, 1)}
  from termes t join souscriptions s on s.id = t.souscription_id ${fin}
  where t.avenant_id is null and (r.debut is null or r.debut > t.date_effet)
  union all
  ${fact('t.id * 2 + 1', 't.date_expiration + 1', `'echu'`, -1)}
  from termes t join souscriptions s on s.id = t.souscription_id ${fin}
  where ${derniere} and (r.debut is null or r.debut > t.date_expiration)
  union all
  ${fact('t.id * 2 + 1', 'r.debut', `'resilie'`, -1)}
  from interruptions r join souscriptions s on s.id = r.souscription_id and s.statut = 'resiliee'
  join termes t on t.souscription_id = s.id and r.debut <= t.date_expiration
  where r.fin is null and ${derniere} and r.debut > ${debut};
`;
