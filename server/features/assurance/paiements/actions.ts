import { z } from 'zod';
import { type Action, action } from '../../../core/action.ts';
import { corriger } from './corriger.ts';
import { Paiement } from './paiement.ts';

const MAX = 100_000_000;

/** The amount is what is added to the payment, or taken off it when negative. */
const correction = action(Paiement, {
  name: 'corriger',
  icon: 'Edit3',
  reason: true,
  input: z.object({ montant: z.int().min(-MAX).max(MAX).meta({ unit: 'francs' }) }),
  when: ({ statut, type }) =>
    statut !== 'reussi' ? 'paiement_non_reussi' : type !== 'correction' || 'paiement_deja_correction',
  run: async (paiement, { montant }, { tx }) => ({ paiement: await corriger(tx, paiement, montant) }),
});

export const actions: Action[] = [correction];
