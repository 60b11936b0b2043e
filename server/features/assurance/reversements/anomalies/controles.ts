import type { Controle } from './anomalie.ts';

/**
 * What is stored for speed, held against what it is the sum of. Each statement gives a row per difference:
 * `objet_id, objet, succursale_id, attendu, trouve`.
 */
export const controles: Record<Controle, string> = {
  paye: `
    select s.id as objet_id, s.numero as objet, s.succursale_id, p.somme as attendu, s.paye as trouve
    from souscriptions s
    left join (select souscription_id, sum(montant) as somme from paiements where statut = 'reussi' group by 1) p
      on p.souscription_id = s.id
    where s.paye <> coalesce(p.somme, 0)`,
  couverture: `
    select s.id as objet_id, s.numero as objet, s.succursale_id, c.jour as attendu, s.couvert_jusqu_au as trouve
    from souscriptions s
    left join lateral (
      select fin_periode(t.date_effet, t.date_expiration, n.payees - 1, t.mois, t.nombre) as jour
      from termes t
      cross join lateral (select coalesce(sum(montant), 0) as somme from paiements
        where souscription_id = s.id and statut = 'reussi') p
      cross join lateral (select least(t.nombre, div(p.somme - t.du_avant, t.montant))::integer as payees) n
      where t.souscription_id = s.id and p.somme >= t.du_avant + t.montant
      order by t.rang desc limit 1) c on true
    where c.jour is distinct from s.couvert_jusqu_au`,
  expiration: `
    select s.id as objet_id, s.numero as objet, s.succursale_id, t.fin as attendu, s.expire_le as trouve
    from souscriptions s
    left join (select souscription_id, max(date_expiration) as fin from termes group by 1) t on t.souscription_id = s.id
    where t.fin is distinct from s.expire_le`,
  solde: `
    select a.id as objet_id, a.matricule as objet, a.succursale_id, coalesce(e.somme, 0) as attendu, a.solde as trouve
    from agents a
    left join (select agent_id, sum(montant) as somme from ecritures where compte = 'agent' group by 1) e on e.agent_id = a.id
    where a.solde <> coalesce(e.somme, 0)`,
  especes: `
    select a.id as objet_id, a.matricule as objet, a.succursale_id, coalesce(p.somme, 0) as attendu,
      case when coalesce(e.somme, 0) <> coalesce(p.somme, 0) then coalesce(e.somme, 0) else coalesce(d.somme, 0) end as trouve
    from agents a
    left join (select x.agent_id, sum(x.net) as somme from paiements x
      where x.mode_paiement = 'especes' and x.statut = 'reussi' and not exists (
        select from bordereau_lignes l join bordereaux b on b.id = l.bordereau_id
        where l.paiement_id = x.id and b.statut = 'receptionne') group by 1) p on p.agent_id = a.id
    left join (select agent_id, sum(montant) as somme from ecritures where compte = 'agent' group by 1) e on e.agent_id = a.id
    left join (select agent_id, sum(montant) as somme from especes_detenues group by 1) d on d.agent_id = a.id
    where coalesce(p.somme, 0) <> coalesce(e.somme, 0) or coalesce(p.somme, 0) <> coalesce(d.somme, 0)`,
  ecritures: `
    select origine_id as objet_id, origine || ' ' || origine_id as objet, min(succursale_id) as succursale_id,
      0 as attendu, sum(montant) as trouve
    from ecritures group by origine, origine_id having sum(montant) <> 0`,
  bordereau: `
    select b.id as objet_id, b.numero as objet, b.succursale_id, coalesce(l.somme, 0) as attendu, b.montant as trouve
    from bordereaux b
    left join (select x.bordereau_id, sum(p.net) as somme, count(*) as nombre
      from bordereau_lignes x join paiements p on p.id = x.paiement_id group by 1) l on l.bordereau_id = b.id
    where b.montant <> coalesce(l.somme, 0) or b.nombre <> coalesce(l.nombre, 0)`,
};
