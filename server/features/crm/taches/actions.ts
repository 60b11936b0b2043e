import { z } from 'zod';
import { action, input } from '../../../core/action.ts';
import { refuse } from '../../../core/errors.ts';
import { kindOf } from '../../../core/kinds.ts';
import { mayBecome, type transitions } from './etats.ts';
import { Tache } from './tache.ts';

const verbe = (name: keyof typeof transitions, icon: string, also?: 'patch') =>
  action(Tache, {
    name,
    icon,
    also,
    when: ({ statut }) => mayBecome(statut, name),
    run: (tache) => tache.devenir(name),
  });

const jour = kindOf('day').schema({}) as z.ZodType<string, string>;

const dejaConfiee = { assigne_a_id: [{ key: 'tache_deja_a_cette_personne' }] };

/** Gives it to somebody else, who may be given more time. */
const reassigner = action(Tache, {
  name: 'reassigner',
  icon: 'UserPlus',
  input: z.object({ assigne_a_id: input.reference('utilisateurs'), date_echeance: jour.optional() }),
  when: ({ statut }) => statut !== 'terminee' || 'tache_terminee',
  run: (tache, { assigne_a_id, date_echeance }) => {
    if (assigne_a_id === tache.assigne_a_id) throw refuse('tache_deja_a_cette_personne', {}, dejaConfiee);
    tache.assigne_a_id = assigne_a_id;
    if (date_echeance) tache.date_echeance = date_echeance;
  },
});

export const actions = [
  verbe('commencer', 'Play'),
  verbe('complete', 'CheckCircle', 'patch'),
  verbe('rouvrir', 'RotateCcw'),
  reassigner,
];
