import type { TestDatabase } from './database.ts';

interface Pair {
  douala: number;
  yaounde: number;
}

/** Cash that an agent of each place took, half of it in a bordereau, with a commission and an anomalie; for the grid. */
export async function remitted(db: TestDatabase, agents: Pair, souscriptions: Pair): Promise<Record<string, Pair>> {
  const both = async (text: string, at: Pair = agents, more: Pair = agents): Promise<Pair> => {
    const made = async (place: keyof Pair) =>
      (await db.rows<{ id: number }>(text, [at[place], more[place], place.toUpperCase()]))[0]?.id as number;
    return { douala: await made('douala'), yaounde: await made('yaounde') };
  };
  const cash = (suffix: string) =>
    both(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, agent_id)
       values ($3 || '${suffix}', $1, 'cotisation', 'especes', 500, 'reussi', now(), $2) returning id`,
      souscriptions,
    );
  const [taken] = [await cash('-1'), await cash('-2')];
  const bordereaux = await both(
    `insert into bordereaux (numero, agent_id, succursale_id, paiements, montant, nombre)
     select $3, id, succursale_id, jsonb_build_array($2::bigint), 500, 1 from agents where id = $1 returning id`,
    agents,
    taken,
  );
  return {
    bordereaux,
    bordereau_lignes: await both(
      'select id from bordereau_lignes where bordereau_id = $1 and $2::bigint > 0 and $3::text is not null',
      bordereaux,
    ),
    commissions: await both(
      `insert into commissions (paiement_id, agent_id, succursale_id, base, taux, montant, statut, payable_le, echeance)
       select $2, id, succursale_id, 500, 10, 50, 'payable', date_metier(), date_metier() from agents
       where id = $1 and $3::text is not null returning id`,
      agents,
      taken,
    ),
    encours_agents: agents,
    anomalies: await both(
      `insert into anomalies (controle, objet, objet_id, succursale_id, attendu, trouve)
       select 'solde', $3, id, succursale_id, '0', '1' from agents where id = $1 and $2::bigint > 0 returning id`,
    ),
  };
}
