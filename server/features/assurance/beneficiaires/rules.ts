import { champInvalide } from '../../../core/errors.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Prepare, Rule } from '../../../core/records/rules.ts';
import type { Beneficiaire } from './beneficiaire.ts';
import { faireDePlace, fixer, ouvrirPartage, rendre, reserver } from './partage.ts';
import { ENTIER, egales, enCentiemes } from './parts.ts';

/** @throws 400 naming `date_naissance` */
export function checkNaissance(day: Jour | null | undefined): void {
  if (day && (day > aujourdhui() || day < '1900-01-01'))
    throw champInvalide('date_naissance', 'date_naissance_impossible');
}

export const bornInThePast: Rule<Beneficiaire> = ({ after }) => checkNaissance(after?.date_naissance);

/** A new one takes its share from the others. */
export const accueillir: Prepare<Beneficiaire> = async (row, tx) => {
  const partage = await ouvrirPartage(tx, row.souscription_id);
  row.part = await faireDePlace(tx, partage, row.part || undefined);
};

/** A share that changes, or comes free, is made up by the others. */
export const partager: Rule<Beneficiaire> = async ({ before, after, tx }) => {
  if (!before) return;
  if (after && after.souscription_id !== before.souscription_id)
    throw champInvalide('souscription_id', 'beneficiaire_fixe');
  const partage = await ouvrirPartage(tx, before.souscription_id);
  const others = partage.vivants.filter(({ id }) => id !== before.id);
  if (!after) await rendre(tx, partage, others);
  else if (after.part !== before.part) await reserver(tx, partage, others, after.part);
};

/** One that comes back has the share that it had, or the same as everybody where that leaves the others nothing. */
export const reprendre: Prepare<Beneficiaire> = async (row, tx) => {
  const partage = await ouvrirPartage(tx, row.souscription_id);
  const { vivants } = partage;
  if (vivants.length > 0 && enCentiemes(row.part) <= ENTIER - vivants.length) {
    await faireDePlace(tx, partage, row.part);
    return;
  }
  await faireDePlace(tx, partage);
  await fixer(tx, partage, [row], egales(vivants.length + 1).slice(-1));
};
