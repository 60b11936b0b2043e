import { z } from 'zod';
import { type Action, action } from '../../../../core/action.ts';
import { refuse } from '../../../../core/errors.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { caissesPosees } from '../caisses.ts';
import { crediter } from '../crediter.ts';
import { relancer } from '../relancer.ts';
import { Ecart } from './ecart.ts';

const ouvert = ({ statut }: Ecart): true | string => statut === 'ouvert' || 'ecart_resolu';

export const actions: Action[] = [
  action(Ecart, {
    name: 'relancer-verification',
    icon: 'RefreshCw',
    when: (ecart) => (ecart.tentative_id ? ouvert(ecart) : 'ecart_sans_tentative'),
    run: ({ tentative_id }, _input, { tx }) => relancer(tx, tentative_id as number, now(tx)),
  }),
  action(Ecart, {
    name: 'crediter',
    icon: 'PlusCircle',
    reason: true,
    input: z.object({}),
    when: (ecart) =>
      ouvert(ecart) !== true || (ecart.verifie && ecart.souscription_id !== null) ? ouvert(ecart) : 'ecart_non_verifie',
    run: async (ecart, _input, { tx }) => {
      const { numero } = await crediter(tx, ecart, now(tx));
      ecart.resoudre(tx.caller.motif ?? '', tx.caller.actor.id);
      return { paiement: numero };
    },
  }),
  action(Ecart, {
    name: 'resoudre',
    icon: 'CheckCircle',
    reason: true,
    input: z.object({}),
    when: ouvert,
    run: (ecart, _input, { tx }) => ecart.resoudre(tx.caller.motif ?? '', tx.caller.actor.id),
  }),
];

function now(tx: Transaction): number {
  const caisses = caissesPosees(tx);
  if (!caisses) throw refuse('caisse_absente');
  return caisses.horloge.now();
}
