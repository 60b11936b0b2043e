import { z } from 'zod';
import { parse } from '../../../../core/validation.ts';
import type { Reponse } from '../demande.ts';
import { type Lue, nom, saisie, telephoneDe } from './passerelle.ts';

/** A form: `text` is all that was typed since the beginning, joined by stars, empty at first. */
const shape = z.object({ sessionId: nom, phoneNumber: z.string().max(40), text: saisie });

/** @throws 400 naming what is missing */
export function lireAfricasTalking(body: unknown): Lue {
  const { sessionId, phoneNumber, text } = parse(shape, body ?? {});
  const telephone = telephoneDe(phoneNumber);
  if (!telephone) return { genre: 'numero_refuse' };
  return {
    genre: 'demande',
    demande: { canal: 'ussd', session_id: `at:${sessionId}`, telephone, mode: 'cumul', saisie: text },
  };
}

const finShape = z.object({ sessionId: nom, phoneNumber: z.string().max(40) });

/** The notice at the end of a session, whether it ended well or broke off. */
export function lireFinAfricasTalking(body: unknown): Lue {
  const { sessionId, phoneNumber } = parse(finShape, body ?? {});
  const telephone = telephoneDe(phoneNumber);
  if (!telephone) return { genre: 'avis' };
  return { genre: 'interruption', session: { canal: 'ussd', session_id: `at:${sessionId}`, telephone } };
}

/** Plain text: whether the session goes on, and the screen. */
export const direAfricasTalking = ({ texte, fin }: Pick<Reponse, 'texte' | 'fin'>): string =>
  `${fin ? 'END' : 'CON'} ${texte}`;
