import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Operateur } from '../../../integrations/passerelles/configuration.ts';
import type { Periodicite } from '../../assurance/echeancier.ts';
import type { Etat, Reprise } from './etat.ts';

export interface ProduitEnVente {
  id: number;
  nom: string;
  montant_min: Francs;
  montant_max: Francs;
  periodicites: Periodicite[];
  duree: number;
  duree_unite: 'jours' | 'mois';
  /** What it covers, in a few words each. */
  garanties: string[];
}

/** What the caller holds, or has asked for and not yet paid. */
export interface ContratDuClient {
  souscription_id: number;
  police: string | null;
  produit: string;
  /** Francs per period. */
  montant: Francs;
  /** Waits for its first payment. */
  en_attente: boolean;
  en_retard: boolean;
  couvert_jusqu_au: Jour | null;
  /** Due until today and not paid. */
  reste_a_payer: Francs;
  /** All that can still be paid for the term. */
  restant: Francs;
}

/** What is true around a step: read before it, so that the step itself is a pure function. */
export interface Faits {
  canal: 'ussd' | 'chatbot';
  telephone: string;
  /** ISO instant. */
  maintenant: string;
  langue: Etat['langue'];
  connu: boolean;
  produits: ProduitEnVente[];
  contrats: ContratDuClient[];
  operateurs: { offerts: readonly Operateur[]; devine?: Operateur };
  reprise?: Reprise;
}

export type Effet =
  | {
      type: 'souscrire';
      produit_id: number;
      montant: Francs;
      periodicite: Periodicite;
      nom?: string;
      prenom?: string;
      consentement: { texte: string; le: string };
      operateur: Operateur;
    }
  | {
      type: 'payer';
      souscription_id: number;
      montant: Francs;
      paiement: 'souscription_initiale' | 'cotisation' | 'rattrapage';
      operateur: Operateur;
    };
