import { insert, type Place } from '../../organisation/factory.ts';

export interface BorneOptions {
  nom: string;
  succursale_id: number;
  emplacement?: string;
}

/** A terminal that waits to be enrolled. Answers its id. */
export const makeBorne = (place: Place, options: BorneOptions): Promise<number> => insert(place, 'bornes', options);
