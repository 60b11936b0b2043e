import { z } from 'zod';
import { action, input } from '../../../../core/action.ts';
import { champInvalide, refuse } from '../../../../core/errors.ts';
import type { Francs } from '../../../../core/money.ts';
import { Bordereau } from './bordereau.ts';

interface Held {
  solde: Francs;
  utilisateur_id: number | null;
  maintenant: Date;
}

const open = ({ statut }: Bordereau): true | string => statut === 'etabli' || `bordereau_${statut}`;

/**
 * The cash is counted by somebody else than the agent. Only the exact sum is received: a remittance is made of whole
 * payments, so that the agent's balance stays the sum of those not remitted. Where cash is missing the bordereau is
 * annulled and made anew without the payment in question, which stays with the agent and grows old there.
 */
export const receptionner = action(Bordereau, {
  name: 'receptionner',
  icon: 'CheckCircle',
  input: z.object({ montant_compte: input.francs({ min: 0 }) }),
  when: open,
  async run(bordereau, { montant_compte }, { tx }) {
    const { actor } = tx.caller;
    const [agent] = await tx.query<Held>(
      'select solde, utilisateur_id, instant_metier() as maintenant from agents where id = $1 for no key update',
      [bordereau.agent_id],
    );
    const { solde, utilisateur_id, maintenant } = agent as Held;
    if (actor.id !== null && actor.id === utilisateur_id) throw refuse('propre_bordereau');
    const ecart = montant_compte - bordereau.montant;
    if (ecart !== 0) throw champInvalide('montant_compte', 'ecart_de_caisse', { montant: bordereau.montant, ecart });
    if (solde < bordereau.montant) throw refuse('especes_corrigees', { solde });
    bordereau.receptionner(maintenant, actor.id);
    for (const table of ['agents', 'commissions', 'encours_agents']) tx.changed(table);
  },
});

export const annuler = action(Bordereau, {
  name: 'annuler',
  icon: 'XCircle',
  reason: true,
  when: open,
  run(bordereau, _input, { tx }) {
    bordereau.annuler(tx.caller.motif ?? null);
    tx.changed('bordereau_lignes');
  },
});
