import { ZONE } from '../../server/core/jours.ts';
import { pick } from './tirage.ts';

/** Days for which agents keep the cash that they took; what is older has come to the till. */
const GARDE = 8;

const SERIE = `'paiements.numero:PAI-' || an || '-{SEQ:6}'`;
const drawn = (n: string, salt: number) => pick(n, salt, 'v.i * 131 + j');

/** Who has paid what, when and how: one payment may be for several periods, the first is on the day of the start. */
const versements = `
  create temporary table volume_versements on commit drop as
  select v.id as souscription_id, v.succursale_id, v.agent_id, v.montant * least(v.pas, v.payees - q) as montant, paye_le,
    extract(year from paye_le at time zone '${ZONE}')::int as an, mode_paiement,
    case when q = 0 then 'souscription_initiale' when q % v.nombre = 0 then 'renouvellement' when retard > 15 then 'rattrapage' else 'cotisation' end as type,
    case when mode_paiement like '%_money' then v.telephone end as telephone_payeur,
    mode_paiement = 'especes' and v.agent_id is not null and payee <= v.jour - ${GARDE} as remis
  from volume_vies v
  cross join lateral generate_series(0, (v.payees - 1) / v.pas) j
  cross join lateral (select j * v.pas as q, case when j = 0 then 0 when v.habitude < 50 then ${drawn('6', 41)} - 3
    else 2 + ${drawn('33', 42)} end as retard) p
  cross join lateral (select greatest(v.effet, least(coalesce(v.arret, v.jour), retard
    + debut_periode(case when q < v.nombre then v.effet else v.effet_1 end, q % v.nombre, v.mois))) as payee) d
  cross join lateral (select least(instant_metier(),
    (payee + time '08:00') at time zone '${ZONE}' + ${drawn('36000', 43)} * interval '1 second') as paye_le) i
  cross join lateral (select case
    when v.canal = 'agence' and v.montant <= 60000 and ${drawn('10', 44)} < 6 then 'especes'
    when v.canal = 'agence' and v.montant > 10000 then (array['virement', 'cheque', 'carte'])[1 + ${drawn('3', 45)}]
    when v.telephone like '+242%' and ${pick('100', 46, 'v.i')} < 35 then 'airtel_money' else 'mtn_money' end as mode_paiement) m
  where v.payees > 0`;

/** What the triggers of the payments write, for all of them at once. Past the last payment that was there. */
const fresh = `(select max(dernier) from volume_debut)`;

export const livres = [
  `create temporary table volume_debut on commit drop as select coalesce(max(id), 0) as dernier from paiements`,
  versements,

  `insert into paiements (numero, souscription_id, succursale_id, type, mode_paiement, montant, statut, telephone_payeur,
     reference_operateur, agent_id, paye_le, cree_le, modifie_le)
   select 'PAI-' || an || '-' || lpad(n::text, greatest(6, length(n::text)), '0'), souscription_id, succursale_id, type, mode_paiement,
     montant, 'reussi', telephone_payeur, case when telephone_payeur is not null then 'MP' || an || n end,
     case when not remis then agent_id end, paye_le, paye_le, paye_le
   from (select v.*, coalesce(c.dernier, 0) + row_number() over (partition by an order by paye_le, souscription_id) as n
     from volume_versements v left join numerotations c on c.serie = ${SERIE}) x
   order by an, n`,
  `insert into numerotations (serie, dernier) select ${SERIE}, count(*) from volume_versements group by 1
   on conflict (serie) do update set dernier = numerotations.dernier + excluded.dernier`,

  `insert into ecritures (origine, origine_id, compte, agent_id, succursale_id, montant, cree_le)
   select 'paiement', p.id, x.compte, x.agent_id, s.succursale_id, x.montant, p.paye_le
   from paiements p join volume_vies s on s.id = p.souscription_id
   cross join lateral (values
     (case p.mode_paiement when 'especes' then case when p.agent_id is null then 'caisse' else 'agent' end
        when 'mtn_money' then 'mtn' when 'airtel_money' then 'airtel' else 'banque' end,
      case when p.mode_paiement = 'especes' then p.agent_id end, p.net),
     ('primes', null, -p.montant)) x (compte, agent_id, montant)
   where p.id > ${fresh} order by p.id`,

  `insert into especes_detenues (paiement_id, agent_id, montant, jour)
   select id, agent_id, net, jour_metier(paye_le) from paiements
   where id > ${fresh} and mode_paiement = 'especes' and agent_id is not null`,

  `update agents a set solde = a.solde + d.somme, revision = a.revision + 1
   from (select d.agent_id, sum(d.montant) as somme from especes_detenues d where d.paiement_id > ${fresh} group by 1) d
   where a.id = d.agent_id`,

  // Due once the cash is there, and paid by transfer twenty days later.
  `insert into commissions (paiement_id, agent_id, succursale_id, base, taux, montant, statut, payable_le, echeance,
     payee_le, mode_paiement, cree_le, modifie_le)
   select p.id, a.id, a.succursale_id, p.montant, t.taux, round(p.montant * t.taux / 100),
     case when d.paiement_id is not null then 'en_attente' when j.jour < v.jour - 20 then 'payee' else 'payable' end,
     case when d.paiement_id is null then j.jour end, case when d.paiement_id is null then j.jour + 30 end,
     case when d.paiement_id is null and j.jour < v.jour - 20 then j.jour + 20 end,
     case when d.paiement_id is null and j.jour < v.jour - 20 then 'virement' end, p.paye_le, p.paye_le
   from paiements p join volume_vies v on v.id = p.souscription_id
   join agents a on a.id = v.agent_id join produits o on o.id = v.produit_id
   left join especes_detenues d on d.paiement_id = p.id
   cross join lateral (select coalesce(nullif(o.taux_commission, 0), a.taux_commission) as taux) t
   cross join lateral (select jour_metier(p.paye_le) as jour) j
   where p.id > ${fresh} and round(p.montant * t.taux / 100) <> 0 order by p.id`,

  `insert into ecritures (origine, origine_id, compte, agent_id, succursale_id, montant, cree_le)
   select 'commission', c.id, x.compte, x.agent_id, c.succursale_id, x.montant, c.payee_le::timestamptz
   from commissions c
   cross join lateral (values ('commissions', c.agent_id, c.montant), ('banque', null, -c.montant)) x (compte, agent_id, montant)
   where c.paiement_id > ${fresh} and c.statut = 'payee' order by c.id`,
];
