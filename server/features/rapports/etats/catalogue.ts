import { performances } from '../performances/resource.ts';
import { type Population, populations } from '../populations.ts';
import type { Rapport } from './rapport.ts';

const faits: Population = { of: performances, filtre: () => ({}), date: 'jour', montant: 'montant_gagne' };

/** The reports that there are, in the order in which people meet them. */
export const rapports = {
  clients: {
    population: populations.clients_nouveaux,
    grouper_par: 'categorie',
    mesures: [],
    graphique: { forme: 'anneau', mesure: 'nombre' },
  },
  projets: {
    population: populations.projets,
    grouper_par: 'statut',
    mesures: ['budget'],
    graphique: { forme: 'anneau', mesure: 'nombre' },
  },
  opportunites: {
    population: populations.opportunites,
    grouper_par: 'statut',
    mesures: ['montant', 'valeur_ponderee'],
    graphique: { forme: 'anneau', mesure: 'montant' },
  },
  pipeline: {
    population: { ...populations.opportunites_en_cours, date: 'date_conclusion_estimee' },
    grouper_par: 'etape',
    mesures: ['montant', 'valeur_ponderee'],
    graphique: { forme: 'barres', mesure: 'valeur_ponderee' },
  },
  performances: {
    population: faits,
    grouper_par: 'responsable_id',
    mesures: [
      'gagnees',
      'perdues',
      'montant_gagne',
      'devis_envoyes',
      'devis_acceptes',
      'taches_terminees',
      'souscriptions',
      'encaisse',
    ],
    taux: { taux_conversion: { part: 'gagnees', de: ['gagnees', 'perdues'] } },
    graphique: { forme: 'barres', mesure: 'montant_gagne' },
  },
  portefeuille: {
    population: populations.contrats_nouveaux,
    grouper_par: 'produit_id',
    mesures: ['montant', 'solde', 'reste_a_payer'],
    graphique: { forme: 'barres', mesure: 'nombre' },
  },
  encaissements: {
    population: populations.encaissements,
    colonnes: [
      'numero',
      'souscription_id',
      'type',
      'mode_paiement',
      'montant',
      'frais',
      'net',
      'succursale_id',
      'paye_le',
    ],
    grouper_par: 'mode_paiement',
    mesures: ['montant', 'frais', 'net'],
    graphique: { forme: 'barres', mesure: 'montant' },
  },
  echeances: {
    population: populations.echeances,
    grouper_par: 'tranche',
    mesures: ['montant', 'a_payer'],
    graphique: { forme: 'barres', mesure: 'a_payer' },
  },
  sinistres: {
    population: populations.sinistres,
    colonnes: ['numero', 'souscription_id', 'declarant_nom', 'declare_le', 'statut', 'demande', 'accorde', 'paye'],
    grouper_par: 'statut',
    mesures: ['demande', 'accorde', 'paye'],
    graphique: { forme: 'anneau', mesure: 'nombre' },
  },
  agents: {
    population: populations.especes,
    grouper_par: 'succursale_id',
    mesures: ['total', 'de_0_a_15', 'de_16_a_30', 'plus_de_30'],
    graphique: { forme: 'barres', mesure: 'total' },
  },
} satisfies Record<string, Rapport>;

export type NomRapport = keyof typeof rapports;
export const nomsRapports = Object.keys(rapports) as NomRapport[];
