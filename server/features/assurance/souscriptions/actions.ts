import { z } from 'zod';
import { type Action, action } from '../../../core/action.ts';
import { demanderAvenant } from '../avenants/demander.ts';
import { actions as beneficiaires } from '../beneficiaires/actions.ts';
import { demanderDerogation } from '../derogations/demander.ts';
import { demande } from '../mobile-money/action.ts';
import { encaisser } from '../paiements/encaissement.ts';
import { attribuer, attribuerManuellement } from '../polices/attribution.ts';
import { mayBecome, type Transition, transitions } from './etats.ts';
import { Souscription } from './souscription.ts';

const icons: Record<Transition, string> = {
  annuler: 'XCircle',
  rejeter: 'ThumbsDown',
  suspendre: 'PauseCircle',
  reactiver: 'PlayCircle',
  resilier: 'Slash',
};

const verb = (name: Transition): Action =>
  action(Souscription, {
    name,
    icon: icons[name],
    reason: true,
    input: z.object({}),
    // What was paid before is given back first: nothing asks for it afterwards.
    when: ({ statut, paye }) => (statut === 'en_attente' && paye > 0 ? 'souscription_payee' : mayBecome(statut, name)),
    run: (souscription, _input, { tx }) => souscription.devenir(name, tx.caller.motif ?? null),
  });

const encaissement = action(Souscription, {
  name: 'encaisser',
  icon: 'DollarSign',
  input: z.object({
    montant: z.int().min(1).max(100_000_000),
    mode_paiement: z.enum(['especes', 'carte', 'virement', 'cheque']),
    reference_operateur: z.string().trim().min(1).max(60).optional(),
    date_effet: z.iso.date().optional(),
  }),
  when: ({ statut }) => ['en_attente', 'activee', 'suspendue'].includes(statut) || `souscription_${statut}`,
  prefill: ({ montant }) => ({ montant }),
  run: (souscription, paiement, { tx }) => encaisser(tx, souscription, paiement),
});

const renouvellement = action(Souscription, {
  name: 'renouveler',
  icon: 'RefreshCw',
  input: z.object({
    montant: z.int().min(1).max(100_000_000),
    mode_paiement: z.enum(['especes', 'carte', 'virement', 'cheque']),
    reference_operateur: z.string().trim().min(1).max(60).optional(),
  }),
  when: ({ statut }) => ['activee', 'suspendue'].includes(statut) || `souscription_${statut}`,
  run: (souscription, paiement, { tx }) => encaisser(tx, souscription, { ...paiement, type: 'renouvellement' }),
});

const attribution = action(Souscription, {
  name: 'attribuer-police',
  icon: 'Hash',
  reason: true,
  input: z.object({
    numero: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9][A-Z0-9/-]{2,29}$/)
      .optional(),
  }),
  when: ({ statut }) => ['en_attente', 'activee', 'suspendue'].includes(statut) || `souscription_${statut}`,
  async run(souscription, { numero }, { tx }) {
    if (numero) await attribuerManuellement(tx, souscription, numero, tx.caller.motif ?? null);
    else await attribuer(tx, souscription);
  },
});

export const actions: Action[] = [
  encaissement,
  demande,
  renouvellement,
  attribution,
  ...(Object.keys(transitions) as Transition[]).map(verb),
  ...beneficiaires,
  demanderAvenant,
  demanderDerogation,
];
