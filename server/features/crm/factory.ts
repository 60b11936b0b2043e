import { aujourdhui, plusJours } from '../../core/jours.ts';
import { nextNumber } from '../../core/numbering.ts';
import { insert, type Place } from '../organisation/factory.ts';
import type { Devis } from './devis/devis.ts';
import { NUMERO } from './devis/rules.ts';
import { probabilites } from './opportunites/etapes.ts';
import type { Opportunite } from './opportunites/opportunite.ts';
import type { Projet } from './projets/projet.ts';
import type { Tache } from './taches/tache.ts';

type Written<T> = { [Name in keyof T]: Date extends T[Name] ? T[Name] | string : T[Name] };

/** Everything here may be given as it stands in the table; instants as dates or ISO text. */
type Given<T, Needed extends keyof T> = Pick<T, Needed> & Partial<Written<T>>;

type OpportuniteOptions = Given<Opportunite, 'nom' | 'client_id' | 'succursale_id' | 'montant'>;

/** At its first étape, with the probability of its étape, unless told otherwise. */
export function makeOpportunite(place: Place, options: OpportuniteOptions): Promise<number> {
  const { etape = 'prospect', perdue_le } = options;
  const probabilite = perdue_le ? 0 : probabilites[etape];
  const conclue_le = etape === 'conclusion' ? aujourdhui() : null;
  return insert(place, 'opportunites', { etape, probabilite, conclue_le, ...options });
}

type DevisOptions = Given<Devis, 'opportunite_id' | 'client_id' | 'succursale_id' | 'lignes'>;

/** A brouillon with the next number, valid for thirty days, unless told otherwise. */
export async function makeDevis(place: Place, { lignes, ...options }: DevisOptions): Promise<number> {
  const query = <T extends object>(text: string, values: unknown[] = []) =>
    place.read<T>({ text, values, stable: true });
  const numero = options.numero ?? (await nextNumber({ query }, 'devis.numero', NUMERO));
  const valide_jusqu_au = plusJours(aujourdhui(), 30);
  return insert(place, 'devis', { valide_jusqu_au, ...options, numero, lignes: JSON.stringify(lignes) });
}

export const makeProjet = (
  place: Place,
  options: Given<Projet, 'titre' | 'client_id' | 'succursale_id' | 'date_debut'>,
): Promise<number> => insert(place, 'projets', options);

export const makeTache = (place: Place, options: Given<Tache, 'titre' | 'assigne_a_id' | 'succursale_id'>) =>
  insert(place, 'taches', options);
