import { type Action, action } from '../../../core/action.ts';
import { refuse } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { appliquer } from './appliquer.ts';
import { Avenant } from './avenant.ts';
import { autrePersonne, maintenant } from './decision.ts';
import { revoir } from './prevoir.ts';

const when = ({ statut }: Avenant) => statut === 'demande' || 'avenant_decide';

const approbation = action(Avenant, {
  name: 'approuver',
  icon: 'CheckCircle',
  when,
  run: (avenant, _input, { tx }) => approuver(tx, avenant),
});

/** Against today's facts, not those of the request. @throws 409 with what has changed */
async function approuver(tx: Transaction, avenant: Avenant): Promise<void> {
  avenant.decideur_id = autrePersonne(tx, avenant.demandeur_id);
  await tx.query('select from souscriptions where id = $1 for no key update', [avenant.souscription_id]);
  const souscription = await tx.em.findOneByOrFail(Souscription, { id: avenant.souscription_id });
  if (souscription.montant !== avenant.ancien_montant || souscription.periodicite !== avenant.ancienne_periodicite)
    throw refuse('avenant_depasse');
  const change = { montant: avenant.nouveau_montant, periodicite: avenant.nouvelle_periodicite };
  const plan = await revoir(tx, souscription, change);
  await appliquer(tx, souscription, avenant, plan);
  avenant.statut = 'approuve';
  avenant.decide_le = await maintenant(tx);
  avenant.date_effet = plan.apercu.date_effet;
  avenant.apercu = plan.apercu;
}

const rejet = action(Avenant, {
  name: 'rejeter',
  icon: 'ThumbsDown',
  reason: true,
  when,
  async run(avenant, _input, { tx }) {
    avenant.decideur_id = autrePersonne(tx, avenant.demandeur_id);
    avenant.statut = 'rejete';
    avenant.decide_le = await maintenant(tx);
    avenant.motif_rejet = tx.caller.motif ?? null;
  },
});

export const actions: Action[] = [approbation, rejet];
