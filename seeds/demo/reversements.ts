import { aujourdhui, type Jour, plusJours, plusMois } from '../../server/core/jours.ts';
import { nextNumber } from '../../server/core/numbering.ts';
import type { Transaction } from '../../server/core/records/transaction.ts';
import { insert, within } from '../../server/features/organisation/factory.ts';
import { leJour } from './temps.ts';

interface Agent {
  id: number;
  succursale_id: number;
  utilisateur_id: number | null;
  gestionnaire_id: number;
}

export interface Reversements {
  /** To be told each day on which money came in, in the order of time. */
  before(jour: Jour): Promise<void>;
}

/**
 * What agents do with the cash: each remits it at the end of a month with a bordereau, which the branch receives the day
 * after, and gets the commissions of the month before. This month's cash is still in their hands, and one of them has
 * let two months go by.
 */
export async function reversements(tx: Transaction): Promise<Reversements> {
  const agents = await tx.query<Agent>(
    `select a.id, a.succursale_id, a.utilisateur_id, coalesce(
       (select u.id from utilisateurs u join roles r on r.id = u.role_id
        where u.succursale_id = a.succursale_id and r.code = 'gestionnaire' order by u.id limit 1),
       (select u.id from utilisateurs u join roles r on r.id = u.role_id where r.code = 'administrateur' order by u.id limit 1)) as gestionnaire_id
     from agents a where a.statut = 'actif' order by a.id`,
  );
  const late = agents.find(({ utilisateur_id }) => !utilisateur_id)?.id;
  const lateSince = plusMois(aujourdhui(), -2);
  let month: string | undefined;

  async function close(last: Jour): Promise<void> {
    for (const agent of agents) {
      if (agent.id === late && last > lateSince) continue;
      await leJour(tx, last);
      await payCommissions(tx, agent, last);
      await remit(tx, agent, last);
    }
  }

  return {
    async before(jour) {
      const now = jour.slice(0, 7);
      if (month && now !== month) await close(plusJours(`${now}-01`, -1));
      month = now;
    },
  };
}

async function remit(tx: Transaction, agent: Agent, jour: Jour): Promise<void> {
  const held = await tx.query<{ paiement_id: number; montant: number }>(
    'select paiement_id, montant from especes_detenues where agent_id = $1 order by paiement_id',
    [agent.id],
  );
  if (held.length === 0) return;
  const id = await insert(within(tx), 'bordereaux', {
    numero: await nextNumber(tx, 'bordereaux.numero', 'BOR-{YYYY}-{SEQ:5}', { YYYY: jour.slice(0, 4) }),
    agent_id: agent.id,
    succursale_id: agent.succursale_id,
    paiements: JSON.stringify(held.map(({ paiement_id }) => paiement_id)),
    montant: held.reduce((sum, { montant }) => sum + montant, 0),
    nombre: held.length,
    etabli_par_id: agent.utilisateur_id,
    cree_le: `${jour}T15:00:00+01:00`,
  });
  const next = plusJours(jour, 1);
  await leJour(tx, next);
  await tx.query(
    `update bordereaux set statut = 'receptionne', receptionne_le = $2, receptionne_par_id = $3, revision = revision + 1,
       modifie_le = $2 where id = $1`,
    [id, `${next}T09:15:00+01:00`, agent.gestionnaire_id],
  );
}

async function payCommissions(tx: Transaction, { id, gestionnaire_id }: Agent, jour: Jour): Promise<void> {
  await tx.query(
    `update commissions set statut = 'payee', payee_le = $2, mode_paiement = 'virement', reference = $3, paye_par_id = $4,
       revision = revision + 1 where agent_id = $1 and statut = 'payable' and payable_le < $2`,
    [id, jour, `VIR-${jour.slice(0, 7)}-${id}`, gestionnaire_id],
  );
}
