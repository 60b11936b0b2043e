import { seedReference } from '../../../../seeds/reference/index.ts';
import { seedVolume } from '../../../../seeds/volume/index.ts';
import type { Cast } from '../../../../tests/cast.ts';
import type { TestDatabase } from '../../../../tests/database.ts';

/** A number from 0 up to `n`, drawn by a seed of its own: the same at every run. */
const draw = (n: number, salt: number, of = 'i') => `(abs(hashint8extended(${of}, ${salt})) % ${n})::int`;
const oneOf = (values: readonly string[], salt: number) =>
  `(array['${values.join("','")}'])[1 + ${draw(values.length, salt)}]`;

const from = (n: number) => `
  from generate_series(1, ${n}) i
  cross join lateral (select id as client_id, succursale_id from clients order by hashint8extended(id, i) limit 1) c`;

/**
 * A portfolio drawn by chance over five succursales, two of them the cast's: contrats of every state, ended and split
 * ones, payments, cash held too long, sinistres, and what the CRM keeps.
 */
export async function portefeuille(db: TestDatabase, { paul, awa, chantal }: Cast): Promise<void> {
  await seedReference(db.source);
  await seedVolume(db.source, { clients: 240, contrats: 360 });
  const line = await db.database.connect();
  const people = `(array[${[paul, awa, chantal].map(({ id }) => id).join()}, null])`;
  try {
    await line.query('begin');
    // What triggers would ask of each row is not what is tried here.
    await line.query('set local session_replication_role = replica');
    await line.query(`insert into parametres (code, valeur) values ('reversement.jours', '2')
      on conflict (code) do update set valeur = '2'`);
    await line.query(splitting);
    await line.query(ending);
    await line.query(refusing);
    await line.query(lateness);
    await line.query(`insert into sinistres (numero, souscription_id, succursale_id, declarant_nom, date_survenance, lignes, statut,
        declare_le, motif_rejet, commentaire_rejet, instructeur_id)
      select 'SIN-' || i, s.id, s.succursale_id, 'Assuré ' || i, date_metier() - jours - 1,
        jsonb_build_array(jsonb_build_object('garantie', 'X', 'demande', 1000 + i)), statut, instant_metier() - jours * interval '1 day',
        case when statut = 'rejete' then 'autre' end, case when statut = 'rejete' then 'Sans suite' end,
        case when statut = 'instruction' then ${paul.id} end
      from generate_series(1, 60) i
      cross join lateral (select id, succursale_id from souscriptions order by hashint8extended(id, i) limit 1) s
      cross join lateral (select coalesce((array[7, 8, 30, 31, 90, 91])[i], ${draw(130, 2)}) as jours, ${oneOf(['declare', 'instruction', 'rejete'], 3)} as statut) x`);
    await line.query(`insert into opportunites (nom, client_id, succursale_id, responsable_id, montant, probabilite, etape, conclue_le, perdue_le, motif_perte)
      select 'Affaire ' || i, client_id, succursale_id, (${people})[1 + ${draw(4, 4)}], 1000 * i, 10 * ${draw(11, 5)},
        case when perdue and etape = 'conclusion' then 'proposition' else etape end,
        case when etape = 'conclusion' and not perdue then date_metier() - ${draw(90, 6)} end,
        case when perdue then date_metier() - ${draw(90, 7)} end, case when perdue then 'Trop cher' end
      ${from(90)} cross join lateral (select ${draw(4, 8)} = 0 as perdue,
        ${oneOf(['prospect', 'qualification', 'proposition', 'negociation', 'conclusion', 'conclusion'], 9)} as etape) x`);
    await line.query(`insert into projets (titre, client_id, succursale_id, responsable_id, statut, date_debut, date_fin, budget, termine_le)
      select 'Projet ' || i, client_id, succursale_id, (${people})[1 + ${draw(4, 10)}], statut, date_metier() - 60, date_metier() - 30 + i,
        nullif(500 * ${draw(9, 11)}, 0), case when statut = 'termine' then date_metier() end
      ${from(40)} cross join lateral (select ${oneOf(['a_faire', 'en_cours', 'termine'], 12)} as statut) x`);
    await line.query(`insert into taches (titre, client_id, succursale_id, assigne_a_id, date_echeance, statut, terminee_le)
      select 'Tâche ' || i, client_id, succursale_id, (${people})[1 + ${draw(3, 13)}], date_metier() - 20 + ${draw(40, 14)}, statut,
        case when statut = 'terminee' then now() end
      ${from(60)} cross join lateral (select ${oneOf(['a_faire', 'en_cours', 'terminee'], 15)} as statut) x`);
    await line.query('update taches set supprime_le = now() where id % 11 = 0');
    await line.query('commit');
  } finally {
    await line.query('rollback');
    line.release();
  }
}

/** An avenant after the first period of every seventh term: two rows, one cover. */
const splitting = `
  create temporary table coupes on commit drop as
    select t.* from termes t where t.nombre > 1 and t.id % 7 = 0
      and not exists (select from termes n where n.souscription_id = t.souscription_id and n.rang > t.rang);
  update termes t set nombre = 1, date_expiration = debut_periode(t.date_effet, 1, t.mois) - 1
    from coupes where coupes.id = t.id;
  insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance, avenant_id)
    select souscription_id, rang + 1, debut_periode(date_effet, 1, mois), date_expiration, montant, mois, nombre - 1,
      du_avant + montant, 1, 1 from coupes`;

/** Some are ended before they begin, after their end, on their first day, or after a suspension. */
const ending = `
  with finis as (
    select s.id, s.date_effet, (select max(date_expiration) from termes where souscription_id = s.id) as fin, s.id % 5 as sort
    from souscriptions s where s.statut = 'activee' and s.id % 9 = 0
  ), resilies as (
    update souscriptions s set statut = 'resiliee' from finis where finis.id = s.id
  )
  insert into interruptions (souscription_id, debut)
  select id, case sort when 0 then date_effet when 1 then date_effet - 3 when 2 then fin when 3 then fin + 20 else date_effet + 1 end
  from finis on conflict do nothing`;

/** On either side of each bound one contrat at least is late by just so many days, or falls due in so many. */
const lateness = `
  update souscriptions s set couvert_jusqu_au = date_metier() - jours - 1
  from unnest(array[-7, -6, -1, 0, 1, 30, 31, 60, 61, 90, 91]) with ordinality b (jours, i)
  cross join lateral (select t.souscription_id from termes t join souscriptions x on x.id = t.souscription_id
    where x.statut = 'activee' and x.id % 11 = i - 1 and date_metier() - jours between t.date_effet and t.date_expiration
    order by x.id limit 2) y
  where y.souscription_id = s.id`;

/** Some of those who asked were refused or gave up. */
const refusing = `
  update souscriptions set statut = case when id % 2 = 0 then 'annulee' else 'rejetee' end
  where statut = 'en_attente' and id % 3 = 0`;
