import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';

const [SECONDE, MINUTE, HEURE] = [1000, 60_000, 3_600_000];

/** Age from which people look at an attempt that has not ended; it goes on being asked about. */
export const A_REVOIR_MS = 24 * HEURE;

/** Milliseconds after a sending during which an operator may still change its mind about a refusal (Airtel’s documents). */
export const INCERTAIN_MS: Record<Operateur, number> = { mtn_money: 0, airtel_money: 3 * MINUTE };

/** Milliseconds after which a sending that the operator does not know has never arrived: it is sent again. */
export const PERDUE_MS: Record<Operateur, number> = { mtn_money: 30 * SECONDE, airtel_money: 3 * MINUTE };

/** When to ask, after a sending: 3, 5, 10, 10 … s to a minute, every 15 s to six, then 1, 5, 15 and every 60 minutes. */
const steps: readonly number[] = [
  ...[3, 5, 10, 10, 10, 10, 10].map((seconds) => seconds * SECONDE),
  ...Array<number>(20).fill(15 * SECONDE),
  ...[1, 5, 15].map((minutes) => minutes * MINUTE),
];
const ages = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));

/** When an attempt is asked about next. @param envoyee when it was last sent @returns milliseconds since 1970 */
export function prochainSondage(envoyee: number, now: number): number {
  const age = now - envoyee;
  const last = ages.at(-1) as number;
  const next = ages.find((each) => each > age) ?? last + Math.ceil((age - last + 1) / HEURE) * HEURE;
  return envoyee + next;
}
