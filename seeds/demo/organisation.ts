import type { BorneOptions } from '../../server/features/borne/bornes/factory.ts';
import type {
  AgentOptions,
  SuccursaleOptions,
  UtilisateurOptions,
} from '../../server/features/organisation/factory.ts';

export const PASSWORD = 'Guichet-demo-2026';

/** The head office, then its branches; each code is what the rest of the demonstration names them by. */
export const succursales: readonly SuccursaleOptions[] = [
  {
    code: 'DG',
    nom: 'Direction générale',
    ville: 'Brazzaville',
    pays: 'CG',
    adresse: 'avenue Amilcar Cabral, Centre-ville',
    telephone: '+242222810140',
  },
  {
    code: 'DLA',
    nom: 'INTIA-Douala',
    ville: 'Douala',
    pays: 'CM',
    adresse: 'boulevard de la Liberté, Akwa',
    telephone: '+237233421860',
  },
  {
    code: 'YDE',
    nom: 'INTIA-Yaoundé',
    ville: 'Yaoundé',
    pays: 'CM',
    adresse: 'avenue Kennedy, Centre-ville',
    telephone: '+237222231975',
  },
  {
    code: 'BZV',
    nom: 'NSIA-Brazzaville',
    ville: 'Brazzaville',
    pays: 'CG',
    adresse: 'avenue Foch, Centre-ville',
    telephone: '+242222815530',
  },
  {
    code: 'PNR',
    nom: 'NSIA-Pointe-Noire',
    ville: 'Pointe-Noire',
    pays: 'CG',
    adresse: 'avenue Charles de Gaulle, Centre-ville',
    telephone: '+242222941282',
  },
];

type At<T> = Omit<T, 'succursale_id' | 'utilisateur_id'> & { code: string };

export interface Compte extends At<UtilisateurOptions> {
  /** What is said of the account beside its address. */
  qui: string;
}

export const comptes: readonly Compte[] = [
  {
    code: 'DG',
    email: 'siege@guichet.test',
    prenom: 'Mireille',
    nom: 'BANZOUZI',
    role: 'administrateur',
    departement: 'Systèmes d’information',
    qui: 'Mireille, administrateur au siège',
  },
  {
    code: 'DLA',
    email: 'douala@guichet.test',
    prenom: 'Paul',
    nom: 'EKAMBI',
    role: 'gestionnaire',
    departement: 'Direction d’agence',
    qui: 'Paul, gestionnaire d’INTIA-Douala',
  },
  {
    code: 'DLA',
    email: 'agent.douala@guichet.test',
    prenom: 'Awa',
    nom: 'NDIAYE',
    role: 'agent',
    departement: 'Guichet',
    qui: 'Awa, agent d’INTIA-Douala',
  },
  {
    code: 'YDE',
    email: 'yaounde@guichet.test',
    prenom: 'Chantal',
    nom: 'ATANGANA',
    role: 'gestionnaire',
    departement: 'Direction d’agence',
    qui: 'Chantal, gestionnaire d’INTIA-Yaoundé',
  },
  {
    code: 'BZV',
    email: 'brazzaville@guichet.test',
    prenom: 'Nadège',
    nom: 'MALONGA',
    role: 'gestionnaire',
    departement: 'Direction d’agence',
    qui: 'Nadège, gestionnaire de NSIA-Brazzaville',
  },
  {
    code: 'DG',
    email: 'audit@guichet.test',
    prenom: 'Esther',
    nom: 'MABIALA',
    role: 'auditeur',
    departement: 'Audit interne',
    qui: 'Esther, auditeur',
  },
];

/** Terminals that wait to be enrolled. */
export const bornes: readonly At<BorneOptions>[] = [
  { code: 'DLA', nom: 'Hall d’accueil, Douala', emplacement: 'Rez-de-chaussée, à gauche de l’entrée' },
  { code: 'BZV', nom: 'Hall d’accueil, Brazzaville', emplacement: 'Face aux guichets, près de la salle d’attente' },
];

export interface Vendeur extends At<AgentOptions> {
  /** The account with which the agent signs in. */
  email?: string;
}

/** In the order of their matricules: AGT001, AGT002 … */
export const vendeurs: readonly Vendeur[] = [
  {
    code: 'BZV',
    prenom: 'Marie Claire',
    nom: 'MOUKOKO',
    telephone: '+242069876501',
    adresse: '48, avenue Matsoua, Bacongo',
    taux_commission: 12.5,
  },
  {
    code: 'BZV',
    prenom: 'Pierre',
    nom: 'NGOUABI',
    telephone: '+242042345609',
    adresse: '7, rue Loukénié, Moungali',
    taux_commission: 10,
  },
  {
    code: 'DLA',
    prenom: 'Awa',
    nom: 'NDIAYE',
    telephone: '+237677402318',
    adresse: 'entrée Lycée, Makepe',
    taux_commission: 10,
    email: 'agent.douala@guichet.test',
  },
  {
    code: 'DLA',
    prenom: 'Jules',
    nom: 'KENGNE',
    telephone: '+237691553207',
    adresse: 'carrefour Ndokotti, face station',
    taux_commission: 8,
  },
  {
    code: 'DLA',
    prenom: 'Carine',
    nom: 'EBONGUE',
    telephone: '+237654218836',
    adresse: 'Bépanda, carrefour Tonnerre',
    taux_commission: 8,
  },
  {
    code: 'YDE',
    prenom: 'Théophile',
    nom: 'ESSOMBA',
    telephone: '+237675830412',
    adresse: 'carrefour Acacias, Biyem-Assi',
    taux_commission: 10,
  },
  {
    code: 'YDE',
    prenom: 'Fadimatou',
    nom: 'BOUBA',
    telephone: '+237690127745',
    adresse: 'rond-point Nlongkak',
    taux_commission: 8,
  },
  {
    code: 'BZV',
    prenom: 'Euloge',
    nom: 'ITOUA',
    telephone: '+242068314420',
    adresse: '90, rue Ossio, Ouenzé',
    taux_commission: 8,
  },
  {
    code: 'PNR',
    prenom: 'Clotaire',
    nom: 'MAVOUNGOU',
    telephone: '+242065570931',
    adresse: 'quartier Mvou-Mvou, près du marché',
    taux_commission: 10,
  },
  {
    code: 'PNR',
    prenom: 'Prisca',
    nom: 'LOEMBA',
    telephone: '+242053361874',
    adresse: 'quartier Mpaka, arrêt Château d’eau',
    taux_commission: 8,
  },
];
