import type { Demande } from './mobile-money.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const E164 = /^\+[1-9]\d{7,14}$/;

/** Whether this is a UUID v4, which both operators take as the name of an attempt. */
export const isReference = (text: string): boolean => UUID_V4.test(text);

/** @throws {TypeError} for what can only be a mistake of ours: nothing of it may reach an operator */
export function demandValid({ reference, montant, telephone }: Demande): void {
  if (!isReference(reference)) throw new TypeError('reference: a UUID v4');
  if (!Number.isSafeInteger(montant) || montant <= 0) throw new TypeError('montant: whole francs above zero');
  if (!E164.test(telephone)) throw new TypeError('telephone: E.164');
}
