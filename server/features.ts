import type { Resource } from './core/resource.ts';
import { annonces } from './features/annonces/resource.ts';
import { avenants } from './features/assurance/avenants/resource.ts';
import { beneficiaires } from './features/assurance/beneficiaires/resource.ts';
import { contrats } from './features/assurance/contrats/resource.ts';
import { cotisations } from './features/assurance/cotisations/resource.ts';
import { derogations } from './features/assurance/derogations/resource.ts';
import { echeances } from './features/assurance/echeances/resource.ts';
import { ecarts } from './features/assurance/mobile-money/ecarts/resource.ts';
import { releves } from './features/assurance/mobile-money/releves/resource.ts';
import { tentatives } from './features/assurance/mobile-money/tentatives/resource.ts';
import { paiements } from './features/assurance/paiements/resource.ts';
import { numerosPolice } from './features/assurance/polices/resource.ts';
import { produits } from './features/assurance/produits/resource.ts';
import { renouvellements } from './features/assurance/renouvellements/resource.ts';
import { anomalies } from './features/assurance/reversements/anomalies/resource.ts';
import { bordereaux } from './features/assurance/reversements/bordereaux/resource.ts';
import { commissions } from './features/assurance/reversements/commissions/resource.ts';
import { encoursAgents } from './features/assurance/reversements/encours/resource.ts';
import { bordereauLignes } from './features/assurance/reversements/lignes/resource.ts';
import { reglements } from './features/assurance/sinistres/reglements/resource.ts';
import { sinistres } from './features/assurance/sinistres/resource.ts';
import { souscriptions } from './features/assurance/souscriptions/resource.ts';
import { bornes } from './features/borne/bornes/resource.ts';
import { clients } from './features/clients/resource.ts';
import { devis } from './features/crm/devis/resource.ts';
import { opportunites } from './features/crm/opportunites/resource.ts';
import { projets } from './features/crm/projets/resource.ts';
import { taches } from './features/crm/taches/resource.ts';
import { documents } from './features/documents/resource.ts';
import { journal } from './features/journal/resource.ts';
import { agents } from './features/organisation/agents/resource.ts';
import { cles } from './features/organisation/cles/resource.ts';
import { roles } from './features/organisation/roles/resource.ts';
import { succursales } from './features/organisation/succursales/resource.ts';
import { utilisateurs } from './features/organisation/utilisateurs/resource.ts';
import { parametres } from './features/parametres/resource.ts';
import { rapportsEnregistres } from './features/rapports/etats/enregistres/resource.ts';
import { mouvementsPortefeuille } from './features/rapports/mouvements/resource.ts';
import { performances } from './features/rapports/performances/resource.ts';

/** What the product is made of, in the order of its menu. */
export const features: Record<string, Resource[]> = {
  clients: [clients],
  commercial: [opportunites, devis, projets, taches, performances],
  assurance: [
    contrats,
    souscriptions,
    beneficiaires,
    avenants,
    derogations,
    echeances,
    renouvellements,
    mouvementsPortefeuille,
    cotisations,
    numerosPolice,
    produits,
    sinistres,
    reglements,
    documents,
  ],
  encaissement: [paiements, tentatives, ecarts, releves, bordereaux, bordereauLignes, commissions, encoursAgents],
  organisation: [succursales, bornes, annonces, agents, utilisateurs, cles, roles],
  controle: [rapportsEnregistres, journal, parametres, anomalies],
};

export const resources: Resource[] = Object.values(features).flat();

/** A number to begin the day with: the rows of a resource that a filter of the API leaves, under a name of its own. */
export interface Tile {
  name: string;
  of: Resource;
  filtre?: () => Record<string, string>;
}

/** What people work on beside the figures, on their home. */
export const accueil: Tile[] = [
  { name: 'ecarts', of: ecarts, filtre: () => ({ statut: 'ouvert' }) },
  { name: 'anomalies', of: anomalies, filtre: () => ({ resolu_le__isnull: 'true' }) },
];

/** Read from what they belong to, or on a screen of their own: the menu leaves them out. */
export const secondaires: readonly Resource[] = [
  beneficiaires,
  numerosPolice,
  reglements,
  documents,
  tentatives,
  bordereauLignes,
  cles,
  rapportsEnregistres,
];
