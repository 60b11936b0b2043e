import { cartesAssurance, chiffresAssurance } from './assurance.ts';
import { cartesCrm, chiffresCrm, listesCrm } from './crm.ts';
import type { Definition } from './types.ts';

/** The numbers that stand first. */
export const cartes: readonly Definition[] = [...cartesAssurance, ...cartesCrm];

/** Every figure, in the order in which people want to see them. */
export const catalogue: readonly Definition[] = [...cartes, ...chiffresAssurance, ...chiffresCrm, ...listesCrm];

export const definitions: ReadonlyMap<string, Definition> = new Map(catalogue.map((each) => [each.nom, each]));
