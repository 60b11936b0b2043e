import { z } from 'zod';
import { normalisePhone } from '../../../../core/kinds.ts';
import type { Demande, Session } from '../demande.ts';

/** A name that a gateway gives to a session or a message. */
export const nom = z
  .string()
  .min(1)
  .max(180)
  .regex(/^[\x21-\x7e]+$/);

/** What somebody typed: what no keyboard makes is left out, and nobody types more than this. */
export const saisie = z
  .string()
  .max(4000)
  .default('')
  .transform((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .trim()
      .slice(0, 500),
  );

/** E.164 of the number that a gateway vouches for, with or without its plus; undefined where we do not serve. */
export function telephoneDe(numero: string): string | undefined {
  const chiffres = /^\s*\+?(\d{8,15})\s*$/.exec(numero)?.[1];
  return chiffres && normalisePhone(`+${chiffres}`);
}

/** What a request of a gateway asks for. */
export type Lue =
  | { genre: 'demande'; demande: Demande }
  /** The session has broken off, or ended as we ended it: nothing is to be shown. */
  | { genre: 'interruption'; session: Session }
  /** Nothing to do. */
  | { genre: 'avis' }
  | { genre: 'numero_refuse' };
