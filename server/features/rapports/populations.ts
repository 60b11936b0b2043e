import { aujourdhui, type Jour, plusJours } from '../../core/jours.ts';
import type { Resource } from '../../core/resource.ts';
import { contrats } from '../assurance/contrats/resource.ts';
import { echeances } from '../assurance/echeances/resource.ts';
import { paiements } from '../assurance/paiements/resource.ts';
import { renouvellements } from '../assurance/renouvellements/resource.ts';
import { encoursAgents } from '../assurance/reversements/encours/resource.ts';
import { sinistres } from '../assurance/sinistres/resource.ts';
import { souscriptions } from '../assurance/souscriptions/resource.ts';
import { clients } from '../clients/resource.ts';
import { devis } from '../crm/devis/resource.ts';
import { opportunites } from '../crm/opportunites/resource.ts';
import { projets } from '../crm/projets/resource.ts';
import { taches } from '../crm/taches/resource.ts';
import { mouvementsPortefeuille } from './mouvements/resource.ts';

/** A filter in the API's own dialect: `{statut: 'reussi', paye_le__gte: '2026-01-01'}`. */
export type Filtre = Readonly<Record<string, string>>;

/** What somebody looks at: days from and to, both included, and one succursale alone. */
export interface Vue {
  du?: Jour;
  au?: Jour;
  succursale_id?: number;
}

/**
 * Rows that people speak of under one name, defined once: the card, the chart, the list and the export of it are of
 * the same rows.
 */
export interface Population {
  of: Resource;
  /** What they have in common, told anew each day. */
  filtre: () => Filtre;
  /** The field by which a period takes its part of them; absent for what is counted as it stands today. */
  date?: string;
  /** The field that is added up: francs, or a number with its sign. */
  montant?: string;
}

const tous = () => ({});

/** Where a sinistre still asks somebody for something. */
export const SINISTRES_OUVERTS = ['declare', 'instruction', 'a_approuver', 'accepte'] as const;

/** How near the end of a contrat is that somebody should renew. */
export const A_VENIR = ['j_1', 'j_7', 'j_30'] as const;

export const populations = {
  encaissements: { of: paiements, filtre: () => ({ statut: 'reussi' }), date: 'paye_le', montant: 'montant' },
  contrats: { of: contrats, filtre: tous, montant: 'montant' },
  contrats_actifs: { of: contrats, filtre: () => ({ statut: 'activee' }), montant: 'montant' },
  contrats_nouveaux: { of: contrats, filtre: tous, date: 'date_effet', montant: 'montant' },
  echeances: { of: echeances, filtre: tous, date: 'date_echeance', montant: 'a_payer' },
  retards: { of: echeances, filtre: () => ({ date_echeance__lt: aujourdhui() }), montant: 'a_payer' },
  echeances_proches: {
    of: echeances,
    filtre: () => ({ date_echeance__lte: plusJours(aujourdhui(), 6) }),
    montant: 'a_payer',
  },
  renouvellements_a_venir: {
    of: renouvellements,
    filtre: () => ({ tranche__in: A_VENIR.join(',') }),
    montant: 'montant',
  },
  renouvellements: { of: renouvellements, filtre: tous, date: 'date_expiration', montant: 'montant' },
  sinistres: { of: sinistres, filtre: tous, date: 'declare_le', montant: 'demande' },
  sinistres_ouverts: {
    of: sinistres,
    filtre: () => ({ statut__in: SINISTRES_OUVERTS.join(',') }),
    montant: 'demande',
  },
  especes: { of: encoursAgents, filtre: tous, montant: 'total' },
  especes_en_retard: { of: encoursAgents, filtre: () => ({ en_retard: 'true' }), montant: 'total' },
  demandes: { of: souscriptions, filtre: tous, date: 'cree_le', montant: 'montant' },
  demandes_en_attente: { of: souscriptions, filtre: () => ({ statut: 'en_attente' }), montant: 'montant' },
  mouvements: { of: mouvementsPortefeuille, filtre: tous, date: 'jour', montant: 'nombre' },
  clients: { of: clients, filtre: tous },
  clients_nouveaux: { of: clients, filtre: tous, date: 'cree_le' },
  projets: { of: projets, filtre: tous, date: 'date_debut', montant: 'budget' },
  projets_recents: { of: projets, filtre: tous, montant: 'budget' },
  projets_actifs: { of: projets, filtre: () => ({ statut__ne: 'termine' }), montant: 'budget' },
  opportunites: { of: opportunites, filtre: tous, date: 'cree_le', montant: 'montant' },
  opportunites_en_cours: { of: opportunites, filtre: () => ({ statut: 'en_cours' }), montant: 'montant' },
  opportunites_ponderees: { of: opportunites, filtre: () => ({ statut: 'en_cours' }), montant: 'valeur_ponderee' },
  opportunites_gagnees: {
    of: opportunites,
    filtre: () => ({ statut: 'gagnee' }),
    date: 'conclue_le',
    montant: 'montant',
  },
  opportunites_perdues: {
    of: opportunites,
    filtre: () => ({ statut: 'perdue' }),
    date: 'perdue_le',
    montant: 'montant',
  },
  taches_ouvertes: { of: taches, filtre: () => ({ statut__ne: 'terminee' }) },
  taches_en_retard: { of: taches, filtre: () => ({ tranche: 'en_retard' }) },
  devis: { of: devis, filtre: tous, date: 'cree_le', montant: 'montant' },
} satisfies Record<string, Population>;

/** The filter of the list that holds exactly the part of a population that somebody looks at. */
export function filtreDe(population: Population, { du, au, succursale_id }: Vue = {}): Filtre {
  const { date, filtre } = population;
  return {
    ...filtre(),
    ...(date && du ? { [`${date}__gte`]: du } : {}),
    ...(date && au ? { [`${date}__lte`]: au } : {}),
    ...(succursale_id === undefined ? {} : { succursale_id: String(succursale_id) }),
  };
}
