import { Problem } from '../../../core/errors.ts';
import { say } from '../../../core/messages/messages.ts';
import { fromDatabase, isTransient } from '../../../core/records/database-errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { accomplir, type Moyens } from './effets.ts';
import type { Etat } from './etat.ts';
import type { Faits } from './faits.ts';
import { type Pas, refuser, step } from './moteur.ts';

/** Screens that must have been seen before they are answered: what was typed ahead of them does not count. */
const aVoir: readonly Etat['ecran'][] = ['revue', 'operateur', 'message'];

/**
 * Goes on by what was typed, and does what was settled on. Several inputs at once (a code dialled straight through)
 * lead as far as the screen that must be seen.
 */
export async function avancer(
  tx: Transaction,
  etat: Etat | undefined,
  saisies: readonly string[],
  faits: Faits,
  moyens: Moyens,
): Promise<Pas> {
  let pas = etat ? undefined : step(undefined, '', faits);
  for (const [rang, saisie] of saisies.entries()) {
    const ici = pas?.etat ?? (etat as Etat);
    if (pas?.fin || (rang > 0 && aVoir.includes(ici.ecran))) break;
    pas = step(ici, saisie, faits);
  }
  const atteint = pas ?? step(etat, '', faits);
  return atteint.effets.length > 0 ? accomplirTout(tx, etat, atteint, faits, moyens) : atteint;
}

/** All effects or none; a refusal is a screen. */
async function accomplirTout(
  tx: Transaction,
  avant: Etat | undefined,
  pas: Pas,
  faits: Faits,
  moyens: Moyens,
): Promise<Pas> {
  await tx.query('savepoint effets');
  try {
    for (const effet of pas.effets) await accomplir(tx, effet, faits, moyens);
    await tx.query('release savepoint effets');
    return pas;
  } catch (error) {
    const problem = fromDatabase(error);
    if (isTransient(error) || !(problem instanceof Problem) || problem.status >= 500) throw error;
    await tx.query('rollback to savepoint effets');
    return refuser(avant ?? pas.etat, raisonDe(problem, pas.etat.langue), faits);
  }
}

/** The sentence about the first field, if it is about one: it says more than the general one. */
function raisonDe({ said, errors }: Problem, langue: Etat['langue']): string {
  const [premier] = Object.values(errors).flat();
  return say(langue, premier ?? said);
}
