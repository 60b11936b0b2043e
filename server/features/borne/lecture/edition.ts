import type { Jour } from '../../../core/jours.ts';
import { spacedPhone } from '../../../core/phone.ts';
import type { Lecteur } from '../lecteur.ts';

/** A document as it is handed over. */
export interface Edition {
  pdf: Buffer;
  /** Its name as a file. */
  fichier: string;
}

export const nomDeFichier = (numero: string): string => `${numero.replace(/[^\w-]/g, '-')}.pdf`;

interface Papier {
  institution: string;
  coordonnees: string;
  date: Jour;
}

interface Siege {
  nom: string;
  ville: string;
  adresse: string | null;
  telephone: string | null;
  date: Jour;
}

/** The letterhead of a succursale, and today. */
export async function papierDe(db: Lecteur, succursale_id: number): Promise<Papier> {
  const [found] = await db.query<Siege>(
    'select nom, ville, adresse, telephone, date_metier()::text as date from succursales where id = $1',
    [succursale_id],
  );
  const { nom, ville, adresse, telephone, date } = found as Siege;
  const place = [adresse, adresse?.includes(ville) ? '' : ville].filter(Boolean).join(' · ');
  const called = telephone ? (spacedPhone(telephone) ?? telephone) : '';
  return { institution: nom, coordonnees: [place, called].filter(Boolean).join('\n'), date };
}
