import type { Langue } from '../../../core/messages/messages.ts';
import type { Francs } from '../../../core/money.ts';
import { francsEnLettres } from '../../assurance/en-lettres.ts';

/** Beyond this nobody writes a sum in words. */
const MAX = 999_999_999_999;

/** A sum as it begins a line: `Deux millions quatre cent mille francs CFA`; nothing for one that has no words. */
export function enLettres(montant: Francs, langue: Langue): string {
  if (montant > MAX) return '';
  const words = francsEnLettres(montant, langue);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
