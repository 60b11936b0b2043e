import type { Caller } from '../../../core/access.ts';
import { cartes, definitions } from './catalogue.ts';
import { chiffresPour } from './chiffre.ts';
import { titre } from './messages.ts';
import type { Chiffre } from './types.ts';

/** What a figure is, without its numbers. */
export type Description = Pick<Chiffre, 'nom' | 'titre' | 'unite' | 'forme'> & { dans_stats: boolean };

/** The figures that this person may see, in order, without their numbers. */
export const decrire = (caller: Caller): Description[] =>
  chiffresPour(caller).flatMap((nom) => {
    const found = definitions.get(nom);
    if (!found) return [];
    const { unite, forme } = found;
    return [{ nom, titre: titre(caller.langue, nom), unite, forme, dans_stats: cartes.includes(found) }];
  });
