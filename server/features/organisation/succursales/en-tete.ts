import { spacedPhone } from '../../../core/phone.ts';
import type { Transaction } from '../../../core/records/transaction.ts';

/** What stands at the head of a succursale’s papers. */
export interface Papier {
  institution: string;
  /** Address and town, then telephone and e-mail: a line each, as far as they are known. */
  coordonnees: string;
}

interface Siege {
  nom: string;
  ville: string;
  adresse: string | null;
  telephone: string | null;
  email: string | null;
}

/** The letterhead of a succursale. */
export async function enTeteDe({ query }: Pick<Transaction, 'query'>, succursale_id: number): Promise<Papier> {
  const [found] = await query<Siege>('select nom, ville, adresse, telephone, email from succursales where id = $1', [
    succursale_id,
  ]);
  const { nom, ville, adresse, telephone, email } = found as Siege;
  const place = [adresse, adresse?.includes(ville) ? '' : ville].filter(Boolean).join(' · ');
  const reached = [telephone && (spacedPhone(telephone) ?? telephone), email].filter(Boolean).join(' · ');
  return { institution: nom, coordonnees: [place, reached].filter(Boolean).join('\n') };
}
