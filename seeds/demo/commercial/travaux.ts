import type { Priorite, Statut as StatutTache } from '../../../server/features/crm/taches/etats.ts';
import { comptesCrm } from './affaires.ts';

interface DraftProjet {
  societe: string;
  qui: string;
  titre: string;
  description: string;
  /** Days from today, the past below zero. */
  debut: number;
  fin: number;
  budget: number;
  statut: 'a_faire' | 'en_cours' | 'termine';
  termine?: number;
}

const { siege, douala, agent, yaounde, brazzaville } = comptesCrm;

export const projets: readonly DraftProjet[] = [
  {
    ...{ societe: 'Clinique des Palmiers', qui: douala, titre: 'Adhésion des 38 salariés', statut: 'en_cours' },
    ...{ debut: -20, fin: 25, budget: 900_000 },
    description: 'Recueil des fiches familiales, cartes de santé, réunion d’information au personnel.',
  },
  {
    ...{
      societe: 'Association des femmes de Deïdo',
      qui: agent,
      titre: 'Enrôlement des 120 membres',
      statut: 'termine',
    },
    ...{ debut: -92, fin: -60, termine: -64, budget: 250_000 },
    description: 'Trois samedis au siège de l’association, photos et bénéficiaires.',
  },
  {
    ...{
      societe: 'Agence de voyages Centre Express',
      qui: yaounde,
      titre: 'Vente de l’assistance aux comptoirs',
      statut: 'en_cours',
    },
    ...{ debut: -50, fin: -5, budget: 600_000 },
    description: 'Formation de huit guichetiers, affiches et tarifs. Deux comptoirs restent à équiper.',
  },
  {
    ...{
      societe: 'Mutuelle des commerçantes du marché Total',
      qui: brazzaville,
      titre: 'Cartes PASS SALISA',
      statut: 'en_cours',
    },
    ...{ debut: -35, fin: 40, budget: 1_200_000 },
    description: 'Impression et remise des cartes par travée du marché.',
  },
  {
    ...{ societe: 'Hôtel Les Jacarandas', qui: brazzaville, titre: 'Visite de risque incendie', statut: 'a_faire' },
    ...{ debut: 6, fin: 20, budget: 350_000 },
    description: 'Avec le conseil en prévention ; le rapport conditionne le tarif.',
  },
];

interface DraftTache {
  qui: string;
  titre: string;
  /** What it is about, if anybody. */
  societe?: string;
  /** Days from today; without one, whenever. */
  dans?: number;
  priorite?: Priorite;
  statut?: StatutTache;
}

export const taches: readonly DraftTache[] = [
  {
    qui: douala,
    titre: 'Relancer pour la signature',
    societe: 'Transports Wouri Express',
    dans: 0,
    priorite: 'urgente',
  },
  {
    qui: douala,
    titre: 'Réunir les fiches familiales manquantes',
    societe: 'Clinique des Palmiers',
    dans: -3,
    priorite: 'haute',
    statut: 'en_cours',
  },
  { qui: douala, titre: 'Préparer la revue des renouvellements', dans: 2 },
  { qui: douala, titre: 'Déjeuner avec le directeur du port', dans: 16, priorite: 'basse' },
  { qui: douala, titre: 'Mettre à jour l’argumentaire flotte' },
  {
    qui: agent,
    titre: 'Appeler pour la visite des entrepôts',
    societe: 'Cacaoyère du Moungo',
    dans: 0,
    priorite: 'haute',
  },
  { qui: agent, titre: 'Obtenir la liste des machines', societe: 'Imprimerie d’Akwa', dans: -2, priorite: 'haute' },
  { qui: agent, titre: 'Relancer le devis dockers', societe: 'Manutention portuaire de Youpwé', dans: 1 },
  { qui: agent, titre: 'Prévoir l’enrôlement du second groupe', societe: 'Association des femmes de Deïdo', dans: 20 },
  { qui: agent, titre: 'Classer les cartes de visite du salon', priorite: 'basse' },
  {
    qui: agent,
    titre: 'Remettre les cartes aux membres',
    societe: 'Association des femmes de Deïdo',
    dans: -63,
    statut: 'terminee',
  },
  {
    qui: yaounde,
    titre: 'Négocier la franchise du chantier',
    societe: 'Entreprise de bâtiment Mefou',
    dans: 0,
    priorite: 'urgente',
    statut: 'en_cours',
  },
  {
    qui: yaounde,
    titre: 'Équiper les deux derniers comptoirs',
    societe: 'Agence de voyages Centre Express',
    dans: -4,
    priorite: 'haute',
  },
  { qui: yaounde, titre: 'Visiter le laboratoire', societe: 'Laboratoire d’analyses du Mfoundi', dans: 3 },
  {
    qui: yaounde,
    titre: 'Inviter la librairie à la soirée clients',
    societe: 'Librairie des Sept Collines',
    dans: 30,
    priorite: 'basse',
  },
  { qui: yaounde, titre: 'Revoir la fiche produit habitation' },
  {
    qui: brazzaville,
    titre: 'Refaire le devis expiré',
    societe: 'Hôtel Les Jacarandas',
    dans: -1,
    priorite: 'urgente',
  },
  { qui: brazzaville, titre: 'Compter les autobus avec le gérant', societe: 'Transports du Djoué', dans: 0 },
  {
    qui: brazzaville,
    titre: 'Remettre les cartes de la travée C',
    societe: 'Mutuelle des commerçantes du marché Total',
    dans: 2,
    priorite: 'haute',
  },
  { qui: brazzaville, titre: 'Premier rendez-vous à la pharmacie', societe: 'Pharmacie du Rond-Point', dans: 12 },
  { qui: brazzaville, titre: 'Trier les demandes de la foire' },
  {
    qui: siege,
    titre: 'Faire coter les chalutiers en réassurance',
    societe: 'Pêcheries de la Côte Sauvage',
    dans: -1,
    priorite: 'haute',
    statut: 'en_cours',
  },
  { qui: siege, titre: 'Valider le barème flotte', dans: 0 },
  { qui: siege, titre: 'Préparer le comité commercial', dans: 4 },
  {
    qui: siege,
    titre: 'Convention avec la mutuelle des pêcheurs',
    societe: 'Mutuelle des pêcheurs de Songolo',
    dans: 24,
  },
  { qui: siege, titre: 'Choisir les cadeaux de fin d’année' },
];
