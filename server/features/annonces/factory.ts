import type { Jour } from '../../core/jours.ts';
import { insert, type Place } from '../organisation/factory.ts';
import type { Annonce } from './annonce.ts';

export interface AnnonceOptions {
  titre: string;
  contenu: string;
  importance?: Annonce['importance'];
  succursale_id?: number;
  produit_id?: number;
  debut: Jour;
  fin?: Jour;
  publiee_le?: string;
  retiree_le?: string;
  motif_retrait?: string;
}

/** An annonce, a draft unless it says when it was published. Answers its id. */
export const makeAnnonce = (place: Place, options: AnnonceOptions): Promise<number> =>
  insert(place, 'annonces', options);
