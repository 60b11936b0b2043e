import { z } from 'zod';
import { parse } from '../../../../core/validation.ts';
import type { Reponse } from '../demande.ts';
import { type Lue, nom, saisie, telephoneDe } from './passerelle.ts';

/** One message; providers of WhatsApp map theirs to it. A message is known by its id, however often it comes. */
const shape = z.object({ from: z.string().max(40), message_id: nom, text: saisie });

/** @throws 400 naming what is missing */
export function lireChatbot(body: unknown): Lue {
  const { from, message_id, text } = parse(shape, body ?? {});
  const telephone = telephoneDe(from);
  if (!telephone) return { genre: 'numero_refuse' };
  return {
    genre: 'demande',
    demande: { canal: 'chatbot', session_id: telephone, telephone, mode: 'message', saisie: text, cle: message_id },
  };
}

export const direChatbot = ({ texte, options, fin }: Reponse) => ({ reply: texte, options, ended: fin });
