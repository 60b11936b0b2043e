import type { Resource } from './core/resource.ts';
import { contrats } from './features/assurance/contrats/resource.ts';
import { paiements } from './features/assurance/paiements/resource.ts';
import { souscriptions } from './features/assurance/souscriptions/resource.ts';
import { clients } from './features/clients/resource.ts';
import { devis } from './features/crm/devis/resource.ts';
import { opportunites } from './features/crm/opportunites/resource.ts';
import { projets } from './features/crm/projets/resource.ts';
import { taches } from './features/crm/taches/resource.ts';

/** Rows of another resource on the page of a row. */
export interface Lien {
  of: Resource;
  /** The field there; the reference named after this resource unless told. */
  field?: string;
  /** The field here that it equals; the key unless told. */
  by?: string;
  /** The resource between the two: those rows of it that refer to the row here. */
  through?: Resource;
  /** The name of the list, where it is not that of the resource. */
  name?: 'versions';
}

/** What the page of a row always shows, in this order. What else refers to it follows in the order of the menu. */
export const liens: ReadonlyMap<Resource, readonly Lien[]> = new Map<Resource, readonly Lien[]>([
  [
    clients,
    [
      { of: contrats },
      { of: opportunites },
      { of: projets },
      { of: taches },
      { of: devis },
      { of: paiements, through: souscriptions },
    ],
  ],
  [opportunites, [{ of: devis }, { of: taches }]],
  [devis, [{ of: devis, field: 'numero', by: 'numero', name: 'versions' }, { of: projets }]],
  [projets, [{ of: taches }]],
]);
