import { createHmac, timingSafeEqual } from 'node:crypto';
import { introuvable } from '../../../core/errors.ts';

/**
 * The name of a payment that cannot be guessed: whoever has it may see how the payment stands, so that a telephone can
 * take over from a terminal. Kept nowhere: the number with its signature.
 */
export const suiviDe = (secret: string, numero: string): string => `${numero}.${signature(secret, numero)}`;

/** The number that a `suivi` names. @throws 404 for one that we never gave */
export function lireSuivi(secret: string, suivi: string): string {
  const at = suivi.lastIndexOf('.');
  const numero = suivi.slice(0, Math.max(0, at));
  const [given, right] = [suivi.slice(at + 1), signature(secret, numero)].map((text) => Buffer.from(text ?? ''));
  if (!given || !right || given.length !== right.length || !timingSafeEqual(given, right)) throw introuvable();
  return numero;
}

const signature = (secret: string, numero: string): string =>
  createHmac('sha256', secret).update(`suivi du paiement ${numero}`).digest('base64url');
