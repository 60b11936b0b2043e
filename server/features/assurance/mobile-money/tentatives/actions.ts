import { z } from 'zod';
import { type Action, action } from '../../../../core/action.ts';
import { motif } from '../../../../integrations/mobile-money/motifs.ts';
import { echouerPaiement } from '../../paiements/confirmer.ts';
import { caissesPosees } from '../caisses.ts';
import { clore } from '../ecarts/signaler.ts';
import { relancer } from '../relancer.ts';
import { Tentative } from './tentative.ts';

const now = (tx: Parameters<typeof caissesPosees>[0]) => caissesPosees(tx)?.horloge.now() ?? Date.now();

export const actions: Action[] = [
  action(Tentative, {
    name: 'relancer-verification',
    icon: 'RefreshCw',
    when: ({ envois }) => envois > 0 || 'tentative_non_envoyee',
    run: ({ id }, _input, { tx }) => relancer(tx, id, now(tx)),
  }),
  action(Tentative, {
    name: 'abandonner',
    icon: 'XOctagon',
    reason: true,
    input: z.object({}),
    when: ({ a_revoir, etat }) =>
      ['reussie', 'echouee'].includes(etat) ? 'tentative_finie' : a_revoir || 'tentative_a_attendre',
    run: async (tentative, _input, { tx }) => {
      await echouerPaiement(tx, tentative.paiement_id, tx.caller.motif ?? '');
      tentative.echouer(now(tx), motif('annulee', ''));
      await clore(tx, tentative.id, ['a_revoir'], tx.caller.motif);
    },
  }),
];
