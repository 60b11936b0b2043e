import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Periodicite } from '../../assurance/echeancier.ts';
import type { Statut } from '../../assurance/souscriptions/etats.ts';
import type { Termes } from '../../assurance/souscriptions/souscription.ts';
import type { Lecteur } from '../lecteur.ts';

/** The facts about cover today, as `couverture_le` sees them. */
export interface Situation {
  aujourd_hui: Jour;
  statut: Statut;
  /** Francs per period. */
  montant: Francs;
  paye: Francs;
  periodicite: Periodicite;
  termes: Termes;
  date_effet: Jour | null;
  expire_le: Jour | null;
  couvert_jusqu_au: Jour | null;
  couvert: boolean;
  /** Whether cover is stopped today, whatever is paid. */
  interrompu: boolean;
  /** The last day of cover that was lent, if it is lent today. */
  derogation_jusqu_au: Jour | null;
  reste_a_payer: Francs;
  /** What is missing today; null when today lies in no term. */
  manque: Francs | null;
  /** The last day covered when exactly that is paid: the days of grace of the next period included. */
  couvert_si_paye: Jour | null;
}

/**
 * Reads them for one souscription. A period asks to be paid for on its first day, or after the days of grace of the
 * product: from the second period on, or from the first of a term that an avenant began.
 */
export async function situationDe(db: Lecteur, souscription_id: number): Promise<Situation> {
  const [found] = await db.query<Situation>(lire, [souscription_id]);
  if (!found) throw new Error(`there is no souscription ${souscription_id}`);
  return found;
}

const lire = `
  select date_metier()::text as aujourd_hui, s.statut, s.montant, s.paye, s.periodicite, s.termes, s.date_effet::text,
    s.expire_le::text, s.couvert_jusqu_au::text, couverture_le(s.id, date_metier()) as couvert,
    exists (select from interruptions i where i.souscription_id = s.id and i.debut <= date_metier()
      and (i.fin is null or i.fin >= date_metier())) as interrompu,
    (select max(d.date_fin)::text from derogations d where d.souscription_id = s.id and d.statut = 'accordee'
      and date_metier() between d.date_debut and d.date_fin and jour_metier(d.accordee_le) <= date_metier()) as derogation_jusqu_au,
    greatest(0, du.montant - s.paye) as reste_a_payer,
    case when t.id is not null then greatest(0, t.du_avant + t.montant * n.payees - verse.somme) end as manque,
    least(suite.fin, case when n.payees < t.nombre then debut_periode(t.date_effet, n.payees, t.mois) - 1
        + case when n.payees > 0 or t.avenant_id is not null then g.jours else 0 end end,
      -- However long the grace, it is for one period.
      case when n.payees + 1 < t.nombre then debut_periode(t.date_effet, n.payees + 1, t.mois) - 1 end)::text as couvert_si_paye
  from souscriptions s
  cross join lateral (select coalesce((s.termes ->> 'jours_grace')::integer, 0) as jours) g
  cross join lateral (select coalesce(sum(montant * periodes_commencees(date_effet, mois, nombre, date_metier())), 0)::bigint
    as montant from termes where souscription_id = s.id) du
  cross join lateral (select coalesce(sum(montant), 0)::bigint as somme from paiements
    where souscription_id = s.id and statut = 'reussi' and jour_metier(paye_le) <= date_metier()) verse
  left join termes t on t.souscription_id = s.id and date_metier() between t.date_effet and t.date_expiration
  -- The periods that must be paid for: those that have begun, but for the last while it may wait for its money.
  left join lateral (select c.n - case when (c.n > 1 or t.avenant_id is not null)
      and date_metier() < debut_periode(t.date_effet, c.n - 1, t.mois) + g.jours then 1 else 0 end as payees
    from (select periodes_commencees(t.date_effet, t.mois, t.nombre, date_metier()) as n) c) n on true
  -- A term that an avenant joined to this one gives grace from its first day.
  left join lateral (select coalesce((select least(x.date_expiration, x.date_effet - 1 + g.jours,
      case when x.nombre > 1 then debut_periode(x.date_effet, 1, x.mois) - 1 end) from termes x
    where x.souscription_id = s.id and x.date_effet = t.date_expiration + 1 and x.avenant_id is not null),
    t.date_expiration) as fin) suite on true
  where s.id = $1`;
