import { aujourdhui, type Jour } from '../../../core/jours.ts';
import { enTeteDe, type Papier } from '../../organisation/succursales/en-tete.ts';
import type { Lecteur } from '../lecteur.ts';

/** A document as it is handed over. */
export interface Edition {
  pdf: Buffer;
  /** Its name as a file. */
  fichier: string;
}

export const nomDeFichier = (numero: string): string => `${numero.replace(/[^\w-]/g, '-')}.pdf`;

interface PapierDuJour extends Papier {
  date: Jour;
}

/** The letterhead of a succursale, and today. */
export async function papierDe(db: Lecteur, succursale_id: number): Promise<PapierDuJour> {
  return { ...(await enTeteDe(db, succursale_id)), date: aujourdhui() };
}
