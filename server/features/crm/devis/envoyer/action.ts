import { z } from 'zod';
import { action } from '../../../../core/action.ts';
import { filled, kindOf } from '../../../../core/kinds.ts';
import { Devis } from '../devis.ts';
import { mayBecome } from '../etats.ts';
import { envoyerDevis } from './envoyer.ts';

/** To the client, by e-mail: the paper, and a link by which it is read and answered. Sent again, the links before end. */
export const envoyer = action(Devis, {
  name: 'envoyer',
  icon: 'Send',
  input: z.object({
    destinataire: (kindOf('email').schema({}) as z.ZodType<string, string>).meta({ format: 'email' }).optional(),
    message: filled({ min: 1, max: 1000 }).optional(),
  }),
  when: ({ statut }) => mayBecome(statut, 'envoyer'),
  run: (devis, demande, { tx }) => envoyerDevis(tx, devis, demande),
});
