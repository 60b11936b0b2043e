import type { Langue } from '../../../core/messages/messages.ts';
import type { NomRapport } from './catalogue.ts';
import type { Periode } from './periodes.ts';

interface Mots {
  rapports: Record<NomRapport, string>;
  periodes: Record<Periode, string>;
  /** A rate among sums, by its name. */
  taux: Record<string, string>;
  nombre: string;
  vide: string;
  total: string;
  /** Between a field and a value, by lookup; `{v}` is the value. */
  filtres: Record<string, string>;
  vrai: string;
  faux: string;
  du: (du: string) => string;
  au: (au: string) => string;
  entre: (du: string, au: string) => string;
  recherche: string;
  tout: string;
  champs: Record<'rapport' | 'periode' | 'filtres' | 'groupe' | 'par' | 'le' | 'lignes', string>;
  plafond: (montrees: string, nombre: string) => string;
  sousTotal: string;
  synthese: string;
  detail: string;
  autres: string;
  rien: string;
}

const fr: Mots = {
  rapports: {
    clients: 'Clients',
    projets: 'Projets',
    opportunites: 'Opportunités',
    pipeline: 'Pipeline commercial',
    performances: 'Performances commerciales',
    portefeuille: 'Portefeuille',
    encaissements: 'Encaissements',
    echeances: 'Échéances',
    sinistres: 'Sinistres',
    agents: 'Espèces détenues par les agents',
  },
  periodes: {
    aujourd_hui: 'Aujourd’hui',
    hier: 'Hier',
    semaine_en_cours: 'Cette semaine',
    semaine_precedente: 'La semaine dernière',
    mois_en_cours: 'Ce mois-ci',
    mois_precedent: 'Le mois dernier',
    annee_en_cours: 'Cette année',
    annee_precedente: 'L’année dernière',
  },
  taux: { taux_conversion: 'Conversion' },
  nombre: 'Nombre',
  vide: 'Non renseigné',
  total: 'Total',
  filtres: {
    exact: ' : {v}',
    ne: ' autre que {v}',
    in: ' : {v}',
    gt: ' après {v}',
    gte: ' à partir de {v}',
    lt: ' avant {v}',
    lte: ' jusqu’à {v}',
    range: ' de {v}',
    icontains: ' contient « {v} »',
    istartswith: ' commence par « {v} »',
  },
  vrai: ' : non renseigné',
  faux: ' : renseigné',
  du: (du) => `à partir du ${du}`,
  au: (au) => `jusqu’au ${au}`,
  entre: (du, au) => `du ${du} au ${au}`,
  recherche: 'Recherche',
  tout: 'Toutes les lignes qui vous sont accessibles',
  champs: {
    rapport: 'Rapport',
    periode: 'Période',
    filtres: 'Filtres',
    groupe: 'Regroupé par',
    par: 'Demandé par',
    le: 'Calculé le',
    lignes: 'Lignes',
  },
  plafond: (montrees, nombre) =>
    `Ce document montre les ${montrees} premières lignes sur ${nombre} ; les totaux comptent toutes les lignes. Pour tout le détail, exportez en Excel ou en CSV.`,
  sousTotal: 'Sous-total',
  synthese: 'Synthèse',
  detail: 'Détail',
  autres: 'Autres',
  rien: 'Aucune ligne.',
};

const en: Mots = {
  rapports: {
    clients: 'Clients',
    projets: 'Projects',
    opportunites: 'Opportunities',
    pipeline: 'Sales pipeline',
    performances: 'Sales performance',
    portefeuille: 'Portfolio',
    encaissements: 'Collections',
    echeances: 'Due dates',
    sinistres: 'Claims',
    agents: 'Cash held by agents',
  },
  periodes: {
    aujourd_hui: 'Today',
    hier: 'Yesterday',
    semaine_en_cours: 'This week',
    semaine_precedente: 'Last week',
    mois_en_cours: 'This month',
    mois_precedent: 'Last month',
    annee_en_cours: 'This year',
    annee_precedente: 'Last year',
  },
  taux: { taux_conversion: 'Conversion' },
  nombre: 'Number',
  vide: 'Not given',
  total: 'Total',
  filtres: {
    exact: ': {v}',
    ne: ' other than {v}',
    in: ': {v}',
    gt: ' after {v}',
    gte: ' from {v}',
    lt: ' before {v}',
    lte: ' up to {v}',
    range: ' from {v}',
    icontains: ' contains “{v}”',
    istartswith: ' begins with “{v}”',
  },
  vrai: ': not given',
  faux: ': given',
  du: (du) => `from ${du}`,
  au: (au) => `up to ${au}`,
  entre: (du, au) => `from ${du} to ${au}`,
  recherche: 'Search',
  tout: 'All rows within your reach',
  champs: {
    rapport: 'Report',
    periode: 'Period',
    filtres: 'Filters',
    groupe: 'Grouped by',
    par: 'Asked for by',
    le: 'Computed on',
    lignes: 'Rows',
  },
  plafond: (montrees, nombre) =>
    `This document shows the first ${montrees} rows of ${nombre}; the totals count all rows. For every detail, export to Excel or CSV.`,
  sousTotal: 'Subtotal',
  synthese: 'Summary',
  detail: 'Details',
  autres: 'Others',
  rien: 'No row.',
};

/** What reports say. */
export const mots: Record<Langue, Mots> = { fr, en };
