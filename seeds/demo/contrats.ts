import { aujourdhui, type Jour, joursEntre, plusJours, plusMois } from '../../server/core/jours.ts';
import { type Periodicite, termeDepuis } from '../../server/features/assurance/echeancier.ts';
import type { ModePaiement } from '../../server/features/assurance/paiements/paiement.ts';
import type { canaux } from '../../server/features/assurance/souscriptions/souscription.ts';
import { produits } from '../reference/produits.ts';
import type { Hasard } from './hasard.ts';

export interface DraftPaiement {
  jour: Jour;
  montant: number;
  mode: ModePaiement;
  type: 'souscription_initiale' | 'cotisation' | 'renouvellement' | 'rattrapage';
}

/** What happened to one souscription, from the request to today. */
export interface DraftContrat {
  /** The client's telephone. */
  telephone: string;
  produit: string;
  canal: (typeof canaux)[number];
  montant: number;
  periodicite: Periodicite;
  demandee_le: Jour;
  /** The day on which each term begins; none when nothing was ever paid. */
  termes: Jour[];
  paiements: DraftPaiement[];
  /** A number that came from elsewhere. */
  police?: string;
  fin?: { statut: 'suspendue' | 'resiliee' | 'annulee' | 'rejetee'; jour: Jour; motif: string };
}

interface Insured {
  telephone: string;
  pays: 'CG' | 'CM';
  cree_le: Jour;
}

const choices: { produit: string; poids: number; montants: number[]; periodicites: Periodicite[] }[] = [
  {
    produit: 'PASS-KIMIA',
    poids: 28,
    montants: [100, 200, 500, 1000, 2500],
    periodicites: ['mensuelle', 'trimestrielle'],
  },
  { produit: 'PASS-BATELA', poids: 16, montants: [500, 1000, 2000, 5000, 10_000], periodicites: ['mensuelle'] },
  { produit: 'PASS-SALISA', poids: 18, montants: [300, 500, 1000, 3000], periodicites: ['mensuelle', 'trimestrielle'] },
  { produit: 'VIE', poids: 10, montants: [10_000, 15_000, 25_000], periodicites: ['mensuelle', 'trimestrielle'] },
  { produit: 'AUTO', poids: 14, montants: [65_000, 90_000, 140_000], periodicites: ['trimestrielle', 'semestrielle'] },
  { produit: 'HABITATION', poids: 6, montants: [18_000, 30_000, 45_000], periodicites: ['trimestrielle', 'annuelle'] },
  { produit: 'SANTE', poids: 8, montants: [15_000, 25_000, 40_000], periodicites: ['mensuelle', 'trimestrielle'] },
];

const motifs = {
  suspendue: ['Chèque revenu impayé', 'Dossier incomplet après contrôle'],
  resiliee: ['À la demande du client, parti à l’étranger', 'Véhicule vendu', 'Décès de l’assuré'],
  annulee: ['Le client a renoncé avant de payer', 'Demande faite deux fois'],
  rejetee: ['Âge hors des conditions du produit', 'Véhicule hors d’état'],
} as const;

/** A believable life of a contrat for a client: most pay, some late, some stop, some ask and never pay. */
export function contratDe(client: Insured, h: Hasard): DraftContrat {
  const { produit, montants, periodicites } = h.parmi(
    choices.flatMap((each) => Array.from({ length: each.poids }, () => each)),
  );
  const demandee_le = earlier(plusJours(client.cree_le, h.entre(0, 21)), plusJours(aujourdhui(), -1));
  const mobile = produit.startsWith('PASS');
  const canal = mobile ? h.parmi(['ussd', 'ussd', 'borne', 'chatbot', 'agence', 'espace'] as const) : 'agence';
  const draft: DraftContrat = {
    telephone: client.telephone,
    produit,
    canal,
    montant: h.parmi(montants),
    periodicite: h.parmi(periodicites),
    demandee_le,
    termes: [],
    paiements: [],
  };
  if (h.chance(8)) {
    const statut = h.parmi(['annulee', 'annulee', 'rejetee'] as const);
    const jour = plusJours(demandee_le, h.entre(0, 9));
    return jour < aujourdhui() && h.chance(60)
      ? { ...draft, fin: { statut, jour, motif: h.parmi(motifs[statut]) } }
      : draft;
  }
  live(draft, client.pays, h);
  if (draft.termes.length > 0 && h.chance(8)) {
    const statut = h.parmi(['suspendue', 'resiliee', 'resiliee'] as const);
    const begun = joursEntre(draft.demandee_le, aujourdhui());
    const jour = plusJours(aujourdhui(), -h.entre(0, Math.min(60, Math.max(0, begun - 10))));
    draft.paiements = draft.paiements.filter((each) => each.jour <= jour);
    draft.termes = draft.termes.filter((each) => each <= jour);
    draft.fin = { statut, jour, motif: h.parmi(motifs[statut]) };
  }
  return draft;
}

/** Pays period after period, with the habits of one person. */
function live(draft: DraftContrat, pays: Insured['pays'], h: Hasard): void {
  const { duree, duree_unite } = produits.find(({ code }) => code === draft.produit) as (typeof produits)[number];
  const habit = h.parmi(['exact', 'exact', 'exact', 'tardif', 'tardif', 'avance', 'abandon'] as const);
  const stops = habit === 'abandon' ? h.entre(1, 3) : h.chance(18) ? h.entre(3, 14) : Number.POSITIVE_INFINITY;
  const mode = modeOf(draft, pays, h);
  const today = aujourdhui();
  let effet = draft.demandee_le;
  let paid = 0;
  for (let rang = 0; effet <= today; rang++) {
    const terme = termeDepuis(effet, { duree, duree_unite }, draft.periodicite);
    draft.termes.push(effet);
    for (let n = 0; n < terme.nombre; n++) {
      const due = terme.mois === null ? effet : plusMois(effet, n * terme.mois);
      const delay =
        n === 0 ? 0 : habit === 'tardif' ? h.entre(2, 34) : habit === 'avance' ? -h.entre(0, 5) : h.entre(-2, 3);
      const jour = plusJours(due, delay);
      if (jour > today || paid >= stops) return;
      const type =
        n > 0 ? (delay > 15 ? 'rattrapage' : 'cotisation') : rang === 0 ? 'souscription_initiale' : 'renouvellement';
      draft.paiements.push({ jour, montant: draft.montant, mode: h.chance(85) ? mode : modeOf(draft, pays, h), type });
      paid += 1;
    }
    effet = plusJours(terme.date_expiration, 1);
    if (effet > today || h.chance(30)) return;
  }
}

function modeOf({ canal, montant }: DraftContrat, pays: Insured['pays'], h: Hasard): ModePaiement {
  if (canal === 'agence' && montant <= 60_000 && h.chance(60)) return 'especes';
  if (canal === 'agence' && montant > 20_000 && h.chance(50)) return h.parmi(['virement', 'cheque', 'carte'] as const);
  return pays === 'CG' && h.chance(35) ? 'airtel_money' : 'mtn_money';
}

const earlier = (a: Jour, b: Jour): Jour => (a < b ? a : b);
