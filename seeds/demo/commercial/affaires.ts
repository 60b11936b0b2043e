import type { Statut } from '../../../server/features/crm/devis/etats.ts';
import type { Ligne } from '../../../server/features/crm/devis/lignes.ts';
import type { Etape } from '../../../server/features/crm/opportunites/etapes.ts';

type Offre = [libelle: string, quantite: number, prix: Ligne['prix']];

/** A version of a devis; days count from today, the past below zero. */
export interface Version {
  fait: number;
  statut: Statut;
  lignes: Offre[];
  contenu?: string;
  par?: string;
  motif?: string;
  /** How many days it can be accepted; thirty unless told otherwise. */
  valable?: number;
}

/** Something that a firm of the demonstration may buy, and who looks after it. */
export interface Affaire {
  societe: string;
  qui: string;
  nom: string;
  /** Francs, before there is a devis. */
  montant: number;
  ouverte: number;
  etape: Etape;
  estimee?: number;
  conclue?: number;
  perdue?: { jour: number; motif: string };
  versions?: Version[];
}

const [siege, douala, agent, yaounde, brazzaville] = ['siege', 'douala', 'agent.douala', 'yaounde', 'brazzaville'].map(
  (name) => `${name}@guichet.test`,
) as [string, string, string, string, string];

export const affaires: readonly Affaire[] = [
  {
    ...{ societe: 'Transports Wouri Express', qui: douala, nom: 'Flotte de 12 camions', montant: 9_600_000 },
    ...{ ouverte: -62, etape: 'negociation', estimee: 12 },
    versions: [
      {
        ...{
          fait: -34,
          statut: 'consulte',
          contenu: 'Suite à notre visite de votre parc de Bonabéri, voici notre proposition pour l’année.',
        },
        lignes: [
          ['Assurance automobile, camion porteur', 12, 780_000],
          ['Assistance et remorquage', 12, 45_000],
        ],
      },
      {
        ...{
          fait: -6,
          statut: 'consulte',
          contenu: 'Notre proposition révisée : dix véhicules, l’assistance à prix réduit.',
        },
        lignes: [
          ['Assurance automobile, camion porteur', 10, 765_000],
          ['Assistance et remorquage', 10, 30_000],
          ['Marchandises transportées, forfait annuel', 1, 650_000],
        ],
      },
    ],
  },
  {
    ...{ societe: 'Clinique des Palmiers', qui: douala, nom: 'Santé du personnel, 38 salariés', montant: 11_400_000 },
    ...{ ouverte: -118, etape: 'conclusion', conclue: -24 },
    versions: [
      {
        ...{
          fait: -45,
          statut: 'accepte',
          par: 'Dr Rose MOUDIO',
          contenu: 'Couverture santé de vos 38 salariés et de leurs familles.',
        },
        lignes: [
          ['Santé groupe, salarié et famille', 38, 285_000],
          ['Frais de dossier', 1, 150_000],
        ],
      },
    ],
  },
  {
    ...{
      societe: 'Manutention portuaire de Youpwé',
      qui: agent,
      nom: 'Accidents du travail, 60 dockers',
      montant: 7_200_000,
    },
    ...{ ouverte: -40, etape: 'proposition', estimee: 26 },
    versions: [
      {
        fait: -9,
        statut: 'envoye',
        lignes: [
          ['Accidents corporels, docker', 60, 118_000],
          ['Formation à la prévention, par journée', 2.5, 90_000],
        ],
      },
    ],
  },
  {
    ...{ societe: 'Imprimerie d’Akwa', qui: agent, nom: 'Multirisque de l’atelier', montant: 1_850_000 },
    ...{ ouverte: -21, etape: 'qualification', estimee: 40 },
    versions: [
      {
        fait: -1,
        statut: 'brouillon',
        lignes: [
          ['Multirisque professionnelle, atelier', 1, 1_620_000],
          ['Bris de machine', 3, 75_000],
        ],
      },
    ],
  },
  {
    societe: 'Cacaoyère du Moungo',
    qui: agent,
    nom: 'Récolte stockée, deux entrepôts',
    montant: 4_300_000,
    ouverte: -8,
    etape: 'prospect',
    estimee: 70,
  },
  {
    ...{
      societe: 'Société de gardiennage Le Phare',
      qui: douala,
      nom: 'Responsabilité civile des agents',
      montant: 2_750_000,
      ouverte: -96,
      etape: 'proposition',
    },
    perdue: { jour: -33, motif: 'Le client a choisi un concurrent, 15 % moins cher' },
    versions: [
      {
        fait: -70,
        statut: 'refuse',
        par: 'Alain EBELLE',
        motif: 'Offre d’un concurrent, 15 % moins chère',
        lignes: [['Responsabilité civile, par agent', 55, 50_000]],
      },
    ],
  },
  {
    ...{
      societe: 'Association des femmes de Deïdo',
      qui: agent,
      nom: 'PASS KIMIA pour 120 membres',
      montant: 720_000,
      ouverte: -150,
      etape: 'conclusion',
      conclue: -97,
    },
    versions: [
      {
        fait: -120,
        statut: 'accepte',
        par: 'Bernadette EKWALLA',
        lignes: [['PASS KIMIA, adhésion annuelle', 120, 6_000]],
      },
    ],
  },
  {
    ...{
      societe: 'Entreprise de bâtiment Mefou',
      qui: yaounde,
      nom: 'Tous risques chantier, immeuble R+5',
      montant: 14_500_000,
      ouverte: -51,
      etape: 'negociation',
      estimee: 6,
    },
    versions: [
      {
        ...{
          fait: -17,
          statut: 'consulte',
          contenu: 'Tous risques chantier pour l’immeuble de Bastos, dix-huit mois.',
        },
        lignes: [
          ['Tous risques chantier, dix-huit mois', 1, 12_900_000],
          ['Responsabilité civile décennale, étude', 1, 1_600_000],
        ],
      },
    ],
  },
  {
    societe: 'Laboratoire d’analyses du Mfoundi',
    qui: yaounde,
    nom: 'Matériel et responsabilité médicale',
    montant: 5_150_000,
    ouverte: -29,
    etape: 'qualification',
    estimee: 45,
  },
  {
    societe: 'Librairie des Sept Collines',
    qui: yaounde,
    nom: 'Stock de rentrée',
    montant: 980_000,
    ouverte: -13,
    etape: 'prospect',
  },
  {
    ...{
      societe: 'Agence de voyages Centre Express',
      qui: yaounde,
      nom: 'Assistance des voyageurs',
      montant: 3_600_000,
      ouverte: -132,
      etape: 'conclusion',
      conclue: -58,
    },
    versions: [
      { fait: -75, statut: 'accepte', par: 'Serge ONANA', lignes: [['Assistance, par voyageur', 1_200, 3_000]] },
    ],
  },
  {
    ...{
      societe: 'Hôtel Les Jacarandas',
      qui: brazzaville,
      nom: 'Multirisque hôtelière, 64 chambres',
      montant: 8_900_000,
      ouverte: -77,
      etape: 'negociation',
      estimee: 18,
    },
    versions: [
      {
        ...{ fait: -38, statut: 'envoye', valable: 30 },
        lignes: [
          ['Multirisque hôtelière, par chambre', 64, 128_000],
          ['Perte d’exploitation, trois mois', 1, 1_100_000],
        ],
      },
    ],
  },
  {
    societe: 'Transports du Djoué',
    qui: brazzaville,
    nom: 'Sept autobus urbains',
    montant: 6_300_000,
    ouverte: -24,
    etape: 'proposition',
    estimee: 30,
  },
  {
    ...{
      societe: 'Mutuelle des commerçantes du marché Total',
      qui: brazzaville,
      nom: 'PASS SALISA pour 300 commerçantes',
      montant: 5_400_000,
      ouverte: -140,
      etape: 'conclusion',
      conclue: -41,
    },
    versions: [
      { fait: -60, statut: 'accepte', par: 'Jeanne MPASSI', lignes: [['PASS SALISA, adhésion annuelle', 300, 18_000]] },
    ],
  },
  {
    societe: 'Pharmacie du Rond-Point',
    qui: brazzaville,
    nom: 'Stock et chaîne du froid',
    montant: 1_450_000,
    ouverte: -4,
    etape: 'prospect',
    estimee: 60,
  },
  {
    ...{
      societe: 'Boulangerie La Fleur du Pool',
      qui: brazzaville,
      nom: 'Incendie du fournil',
      montant: 640_000,
      ouverte: -88,
      etape: 'qualification',
    },
    perdue: { jour: -50, motif: 'Projet d’agrandissement abandonné' },
  },
  {
    ...{
      societe: 'Pêcheries de la Côte Sauvage',
      qui: siege,
      nom: 'Corps de navire, quatre chalutiers',
      montant: 22_000_000,
      ouverte: -66,
      etape: 'proposition',
      estimee: 35,
    },
    versions: [
      {
        fait: -12,
        statut: 'envoye',
        lignes: [
          ['Corps de navire, chalutier', 4, 5_250_000],
          ['Équipage, par marin', 36, 42_000],
        ],
      },
    ],
  },
];

export const comptesCrm = { siege, douala, agent, yaounde, brazzaville };
