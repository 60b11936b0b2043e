import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';

const [SECONDE, MINUTE, HEURE] = [1000, 60_000, 3_600_000];

/** Age from which people look at an attempt that has not ended; it goes on being asked about. */
export const A_REVOIR_MS = 24 * HEURE;

/** Milliseconds after a sending during which an operator may still change its mind about a refusal (Airtel’s documents). */
export const INCERTAIN_MS: Record<Operateur, number> = { mtn_money: 0, airtel_money: 3 * MINUTE };

/** Milliseconds after which a sending that the operator does not know has never arrived: it is sent again. */
export const PERDUE_MS: Record<Operateur, number> = { mtn_money: 30 * SECONDE, airtel_money: 3 * MINUTE };

/** When to ask, after a sending: 3, 5, 10, 10 … s to a minute, every 15 s to six, then 1, 5, 15 and every 60 minutes. */
const ages: readonly number[] = [...steps()];

function* steps(): Generator<number> {
  let age = 0;
  for (const step of [3, 5]) yield (age += step * SECONDE);
  while (age + 10 * SECONDE <= MINUTE) yield (age += 10 * SECONDE);
  while (age + 15 * SECONDE <= 6 * MINUTE) yield (age += 15 * SECONDE);
  for (const step of [1, 5, 15]) yield (age += step * MINUTE);
}

/** When an attempt is asked about next. @param envoyee when it was last sent @returns milliseconds since 1970 */
export function prochainSondage(envoyee: number, now: number): number {
  const age = now - envoyee;
  const last = ages.at(-1) as number;
  const next = ages.find((each) => each > age) ?? last + Math.ceil((age - last + 1) / HEURE) * HEURE;
  return envoyee + next;
}
