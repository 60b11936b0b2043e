import type { Statement } from './floor.ts';

/** The next day to be paid for, of the souscription under an alias. */
const suite = (of: '' | 's.') => `coalesce(${of}couvert_jusqu_au + 1, ${of}date_effet)`;

/** Nothing falls due after the day on which a contrat was ended. */
const arret = `coalesce(case s.statut when 'resiliee' then
  (select i.debut from interruptions i where i.souscription_id = s.id and i.fin is null) end, date_metier())`;

/** What a day asks of the periods of a souscription that have begun, from its own terms. */
const du = `(select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, ${arret})), 0)::bigint
  from termes where souscription_id = s.id)`;
const statut = `case when s.statut = 'activee' and s.expire_le < date_metier() then 'expiree' else s.statut end`;

const label = (table: string, text: string) =>
  `case when ${table}.id is not null then json_build_object('id', ${table}.id, 'libelle', ${text}) end`;
const names = (table: string, ...fields: string[]) =>
  `concat_ws(' ', ${fields.map((f) => `${table}.${f}`).join(', ')})`;

/** Whose the row is, each with its label. */
const parties = `s.id as souscription_id, ${label('s', 's.numero')} as souscription,
  s.client_id, ${label('c', names('c', 'nom', 'prenom'))} as client,
  s.succursale_id, ${label('b', 'b.nom')} as succursale, s.agent_id, ${label('a', names('a', 'matricule', 'nom', 'prenom'))} as agent`;
const joins = `left join clients c on c.id = s.client_id left join succursales b on b.id = s.succursale_id
  left join agents a on a.id = s.agent_id`;
const stamps = 's.revision, s.cree_le, s.modifie_le';

const page = (rows: string, order: string) => `
  select '{"next":null,"previous":null,"results":' || coalesce(json_agg(x order by ${order}), '[]')::text || '}' as body
  from (${rows}) x`;

const contrats = (where: string) =>
  page(
    `select n.id, n.numero as police, ${parties}, s.produit_id, ${label('p', 'p.nom')} as produit,
      s.termes ->> 'branche' as branche, s.date_effet, s.expire_le as date_expiration, s.montant, s.periodicite,
      s.paye as solde, d.du, greatest(0, d.du - s.paye) as reste_a_payer, s.couvert_jusqu_au,
      (select max(date_fin) from derogations where souscription_id = s.id and statut = 'accordee'
        and date_fin >= date_metier()) as derogation_jusqu_au,
      exists (select from avenants where souscription_id = s.id and statut = 'demande') as avenant_demande,
      ${statut} as statut, n.mode_attribution, n.agent_attribueur_id,
      ${label('u', names('u', 'prenom', 'nom'))} as agent_attribueur, n.attribue_le, s.motif, ${stamps}, n.numero as libelle
    from numeros_police n join souscriptions s on s.id = n.souscription_id ${joins}
    left join produits p on p.id = s.produit_id left join utilisateurs u on u.id = n.agent_attribueur_id and u.succursale_id = s.succursale_id,
    lateral (select ${du} as du) d
    where ${where} order by n.id desc limit 25`,
    'id desc',
  );

/** The periods of the souscriptions `s`, with what has been paid of each. */
const periodes = `join termes t on t.souscription_id = s.id, periodes_du_terme(t.nombre) i,
  lateral (select debut_periode(t.date_effet, i, t.mois) as debut,
    greatest(0, least(t.montant, s.paye - t.du_avant - i * t.montant)) as paye,
    coalesce(t.quittances[i + 1], 'Q' || to_char(t.date_effet, 'YYYY')
      || lpad((t.premiere_quittance + i)::text, greatest(3, length((t.premiere_quittance + i)::text)), '0')) as quittance) d`;
const periode = `d.debut as periode_debut, fin_periode(t.date_effet, t.date_expiration, i, t.mois, t.nombre) as periode_fin,
  t.montant, d.paye, t.montant - d.paye as reste,
  case when d.paye = t.montant then 'payee' when d.paye > 0 then 'partielle'
    when d.debut + coalesce((s.termes ->> 'jours_grace')::integer, 0) < date_metier() then 'en_retard' else 'a_venir' end as statut`;

const cotisations = page(
  `select t.id * 1000 + i as id, d.quittance, n.numero as police, ${parties}, t.rang as terme, i + 1 as periode, ${periode},
    ${stamps}, concat_ws(' ', d.quittance, n.numero) as libelle
  from numeros_police n join souscriptions s on s.id = n.souscription_id ${joins} ${periodes}
  where n.numero = $1 and (s.statut <> 'resiliee' or d.paye > 0 or d.debut <= ${arret})
  order by d.debut, t.id * 1000 + i limit 25`,
  'periode_debut, id',
);

/** The term that the next day to be paid for lies in, and what is asked for by then. */
const prochain = `join lateral (select * from termes where souscription_id = s.id
  and ${suite('s.')} between date_effet and date_expiration order by rang limit 1) t on true`;
const alors = `t.du_avant + t.montant * periodes_commencees(t.date_effet, t.mois, t.nombre, ${suite('s.')})`;

const retards = page(
  `select s.id, n.numero as police, ${parties}, ${suite('s.')} as date_echeance,
    date_metier() - ${suite('s.')} as jours_retard,
    case when ${suite('s.')} < date_metier() - 30 then 'plus_de_30'
      when ${suite('s.')} < date_metier() - 15 then 'de_16_a_30' else 'de_1_a_15' end as tranche,
    t.montant, greatest(${du}, ${alors}) - s.paye as a_payer, ${stamps}, n.numero as libelle
  from (select * from souscriptions where succursale_id = $1 and statut = 'activee' and ${suite('')} < $2::date
    and ${suite('')} <= expire_le order by ${suite('')}, id limit 25) s
  join numeros_police n on n.souscription_id = s.id ${prochain} ${joins}`,
  'date_echeance, id',
);

const tableau = `
  with k as materialized (
    select n.id as rang, n.numero as police, s.*, ${statut} as etat, ${du} as du
    from numeros_police n join souscriptions s on s.id = n.souscription_id
    where s.client_id = (select y.client_id from numeros_police m join souscriptions y on y.id = m.souscription_id where m.numero = $1)
  )
  select json_build_object(
    'client', json_build_object('nom', c.nom, 'prenom', c.prenom, 'telephone',
      '+' || substr(c.telephone, 2, 3) || ' ' || substr(c.telephone, 5, 2) || ' *** ** ' || right(c.telephone, 2),
      'email', left(c.email, 1) || '•••' || substr(c.email, strpos(c.email, '@'))),
    'aujourd_hui', date_metier(),
    'solde_global', (select sum(paye) from k), 'reste_a_payer', (select sum(greatest(0, du - paye)) from k),
    'contrats', (select json_agg(x) from (
      select k.police, coalesce(k.termes ->> 'produit', p.nom) as produit, k.termes ->> 'branche' as branche, k.etat as statut,
        k.date_effet, k.expire_le as date_expiration, k.montant, k.periodicite, k.paye as solde,
        greatest(0, k.du - k.paye) as reste_a_payer, k.couvert_jusqu_au, couverture_le(k.id, date_metier()) as couvert
      from k join produits p on p.id = k.produit_id order by k.date_effet desc nulls last, k.rang desc) x),
    'cotisations_recentes', (select coalesce(json_agg(x), '[]') from (
      select d.quittance, s.police, ${periode}
      from k s ${periodes}
      where d.debut between (date_metier() - interval '3 months')::date and date_metier()
      order by d.debut desc, t.id * 1000 + i desc) x),
    'prochaines_echeances', (select coalesce(json_agg(x), '[]') from (
      select police, ${suite('s.')} as date_echeance, greatest(du, ${alors}) - paye as a_payer,
        greatest(0, date_metier() - ${suite('s.')}) as jours_retard
      from k s ${prochain} where statut = 'activee' and ${suite('s.')} <= expire_le order by ${suite('s.')}, police) x)
  )::text as body
  from clients c where c.id = (select client_id from k limit 1)`;

/** The same answers about contrats, straight from the tables. */
export const contratStatements: Record<string, Statement> = {
  '/contrat': { text: contrats('n.numero = $1'), parameters: ['police'] },
  '/contrats': {
    text: contrats('s.client_id = $1 and s.succursale_id = $2'),
    parameters: ['client_id', 'succursale_id'],
  },
  '/cotisations': { text: cotisations, parameters: ['police'] },
  '/retards': { text: retards, parameters: ['succursale_id', 'avant'] },
  '/tableau': { text: tableau, parameters: ['police'] },
};
