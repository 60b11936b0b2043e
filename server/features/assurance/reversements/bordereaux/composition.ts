import { champInvalide, refuse } from '../../../../core/errors.ts';
import type { Francs } from '../../../../core/money.ts';
import type { Prepare } from '../../../../core/records/rules.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { type Bordereau, PAIEMENTS_MAX } from './bordereau.ts';

interface Libre {
  id: number;
  net: Francs;
}

/**
 * Puts the agent's cash into a new bordereau: the payments that were named, or all that stand in no other. The agent's
 * row is held meanwhile, so that two bordereaux never take the same payment.
 */
export const composer: Prepare<Bordereau> = async (bordereau, tx) => {
  const [agent] = await tx.query<{ succursale_id: number; solde: Francs; maintenant: Date }>(
    'select succursale_id, solde, instant_metier() as maintenant from agents where id = $1 for no key update',
    [bordereau.agent_id],
  );
  if (!agent) throw champInvalide('agent_id', 'reference_inconnue');
  const libres = await especesLibres(tx, bordereau.agent_id);
  const chosen = choose(libres, bordereau.paiements);
  const montant = sum(chosen);
  if (montant < 0) throw refuse('bordereau_negatif');
  // What stays with the agent must not be less than nothing: a correction goes along with what it corrects.
  if (sum(libres) - montant < 0) throw champInvalide('paiements', 'corrections_a_joindre');
  bordereau.paiements = chosen.map(({ id }) => id);
  bordereau.nombre = chosen.length;
  bordereau.montant = montant;
  bordereau.succursale_id = agent.succursale_id;
  bordereau.etabli_le = agent.maintenant;
  bordereau.etabli_par_id = tx.caller.actor.id;
  tx.changed('bordereau_lignes');
};

const sum = (paiements: readonly Libre[]): Francs => paiements.reduce((total, { net }) => total + net, 0);

/** The cash of an agent that stands in no living bordereau, the oldest first. */
const especesLibres = (tx: Transaction, agent_id: number): Promise<Libre[]> =>
  tx.query<Libre>(
    `select d.paiement_id as id, d.montant as net from especes_detenues d
     where d.agent_id = $1
       and not exists (select from bordereau_lignes l where l.paiement_id = d.paiement_id and l.vivante)
     order by d.jour, d.paiement_id`,
    [agent_id],
  );

function choose(libres: Libre[], named: readonly number[]): Libre[] {
  if (libres.length === 0) throw refuse('rien_a_reverser');
  if (named.length === 0) return libres.slice(0, PAIEMENTS_MAX);
  if (new Set(named).size < named.length) throw champInvalide('paiements', 'paiement_en_double');
  const known = new Map(libres.map((each) => [each.id, each]));
  const foreign = named.filter((id) => !known.has(id));
  if (foreign.length > 0) throw champInvalide('paiements', 'paiements_hors_bordereau', { numeros: foreign.join(', ') });
  return named.map((id) => known.get(id) as Libre);
}
