import { type Action, action } from '../../../core/action.ts';
import { Problem, refuse } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { autrePersonne, maintenant } from '../avenants/decision.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { verifier } from './conditions.ts';
import { Derogation } from './derogation.ts';

const when = ({ statut }: Derogation) => ['demandee', 'approuvee'].includes(statut) || `derogation_${statut}`;

const approbation = action(Derogation, {
  name: 'approuver',
  icon: 'CheckCircle',
  when,
  run: (derogation, _input, { tx }) => approuver(tx, derogation),
});

/** The second approval grants it. Each looks at today's facts. @throws 409 with what has changed */
async function approuver(tx: Transaction, derogation: Derogation): Promise<void> {
  const { demandeur_id, approbateur_1_id, souscription_id } = derogation;
  const id = autrePersonne(tx, demandeur_id, approbateur_1_id);
  await tx.query('select from souscriptions where id = $1 for no key update', [souscription_id]);
  const souscription = await tx.em.findOneByOrFail(Souscription, { id: souscription_id });
  await verifier(tx, souscription, derogation, derogation.id).catch(asReason);
  if (derogation.statut === 'demandee') {
    derogation.approbateur_1_id = id;
    derogation.statut = 'approuvee';
    return;
  }
  derogation.approbateur_2_id = id;
  derogation.statut = 'accordee';
  derogation.accordee_le = await maintenant(tx);
}

/** Who approves has no form to put right. */
function asReason(error: unknown): never {
  const [said] = error instanceof Problem && error.status === 400 ? Object.values(error.errors).flat() : [];
  throw said ? refuse(said.key, said.params) : error;
}

const rejet = action(Derogation, {
  name: 'rejeter',
  icon: 'ThumbsDown',
  reason: true,
  when,
  run(derogation, _input, { tx }) {
    derogation.rejetee_par_id = autrePersonne(tx, derogation.demandeur_id);
    derogation.statut = 'rejetee';
    derogation.motif_rejet = tx.caller.motif ?? null;
  },
});

export const actions: Action[] = [approbation, rejet];
