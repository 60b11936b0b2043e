import type { BeneficiaireLu as Beneficiaire } from '../../../server/features/assurance/beneficiaires/beneficiaires.ts';
import type { EtatPaiement as Etat } from '../../../server/features/assurance/mobile-money/etat.ts';
import type { SinistreDuClient as Sinistre } from '../../../server/features/assurance/sinistres/declarer.ts';
import type { ContratDuClient as Contrat } from '../../../server/features/borne/contrats.ts';
import type { CotisationDuClient as Cotisation } from '../../../server/features/borne/lecture/cotisations.ts';
import type { ContratEnDetail as Detail } from '../../../server/features/borne/lecture/detail.ts';
import type { PaiementDuClient as Paiement } from '../../../server/features/borne/lecture/paiements.ts';
import type { ProduitPresente as Produit } from '../../../server/features/borne/lecture/produits.ts';
import type { TableauDeBord as Tableau } from '../../../server/features/borne/lecture/tableau-de-bord.ts';
import type { PaiementEnRoute as EnRoute } from '../../../server/features/borne/payer/payer.ts';
import type { Rattrapage as Rattraper } from '../../../server/features/borne/payer/rattrapage.ts';
import type { Renouvellement as Renouveler } from '../../../server/features/borne/payer/renouvellement.ts';
import type { Reglages as Regler } from '../../../server/features/borne/reglages.ts';

/** A type as JSON carries it: an instant comes as text. */
export type Json<T> = T extends Date
  ? string
  : T extends (infer E)[]
    ? Json<E>[]
    : T extends object
      ? { [K in keyof T]: Json<T[K]> }
      : T;

// What the server declares is what the screens read: there is one shape, and it is the server’s.
export type ContratDuClient = Json<Contrat>;
export type ContratEnDetail = Json<Detail>;
export type CotisationDuClient = Json<Cotisation>;
export type PaiementDuClient = Json<Paiement>;
export type SinistreDuClient = Json<Sinistre>;
export type BeneficiaireLu = Json<Beneficiaire>;
export type ProduitPresente = Json<Produit>;
export type TableauDeBord = Json<Tableau>;
export type Rattrapage = Json<Rattraper>;
export type Reglages = Json<Regler>;
export type Renouvellement = Json<Renouveler>;
export type PaiementEnRoute = Json<EnRoute>;
export type EtatPaiement = Json<Etat>;

export interface Page<T> {
  count: number;
  results: T[];
}
