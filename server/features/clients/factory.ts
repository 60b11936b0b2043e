import { insert, type Place } from '../organisation/factory.ts';
import type { Client } from './client.ts';

type Given = Pick<
  Client,
  'prenom' | 'societe' | 'categorie' | 'email' | 'telephone' | 'date_naissance' | 'adresse' | 'ville' | 'notes'
>;

export interface ClientOptions extends Partial<Given> {
  nom: string;
  succursale_id: number;
  /** ISO instant; now unless given. */
  cree_le?: string;
}

/** A client of a succursale; everything but the name may be left out. */
export const makeClient = (place: Place, { cree_le, ...rest }: ClientOptions) =>
  insert(place, 'clients', { ...rest, ...(cree_le ? { cree_le, modifie_le: cree_le } : {}) });
