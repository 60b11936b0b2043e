import type { Resource } from './core/resource.ts';
import { produits } from './features/assurance/produits/resource.ts';
import { souscriptions } from './features/assurance/souscriptions/resource.ts';
import { clients } from './features/clients/resource.ts';
import { journal } from './features/journal/resource.ts';
import { agents } from './features/organisation/agents/resource.ts';
import { cles } from './features/organisation/cles/resource.ts';
import { roles } from './features/organisation/roles/resource.ts';
import { succursales } from './features/organisation/succursales/resource.ts';
import { utilisateurs } from './features/organisation/utilisateurs/resource.ts';

/** What the product is made of, in the order of its menu. */
export const features: Record<string, Resource[]> = {
  clients: [clients],
  assurance: [produits, souscriptions],
  organisation: [succursales, agents, utilisateurs, cles, roles],
  controle: [journal],
};

export const resources: Resource[] = Object.values(features).flat();
