import { aujourdhui, type Jour, plusJours, plusMois } from '../../server/core/jours.ts';
import type { DraftContrat, DraftPaiement } from './contrats.ts';

/** The day so many months ago, some days earlier. */
const depuis = (mois: number, jours = 0): Jour => plusJours(plusMois(aujourdhui(), -mois), -jours);

/** The first `combien` periods of a term, each paid on its day. */
function echeances(
  effet: Jour,
  mois: number,
  combien: number,
  montant: number,
  mode: DraftPaiement['mode'],
): DraftPaiement[] {
  return Array.from({ length: combien }, (_, n) => ({
    jour: plusMois(effet, n * mois),
    montant,
    mode,
    type: n === 0 ? 'souscription_initiale' : 'cotisation',
  }));
}

/**
 * The contrats of the kiosk's story. Jean Baptiste KONGO has paid 700 000 francs in all: 16 months of Vie at 25 000,
 * and both halves of a year of Auto at 150 000.
 */
export function histoires(): DraftContrat[] {
  const [vie, auto, maison, sante] = [depuis(15, 10), depuis(7, 4), depuis(9, 2), depuis(5, 20)];
  const premier = '2024-03-11';
  return [
    {
      telephone: '+242061234567',
      produit: 'VIE',
      police: 'POL001',
      canal: 'agence',
      montant: 25_000,
      periodicite: 'mensuelle',
      demandee_le: vie,
      termes: [vie],
      paiements: echeances(vie, 1, 16, 25_000, 'mtn_money'),
    },
    {
      telephone: '+242061234567',
      produit: 'AUTO',
      police: 'POL002',
      canal: 'agence',
      montant: 150_000,
      periodicite: 'semestrielle',
      demandee_le: auto,
      termes: [auto],
      paiements: echeances(auto, 6, 2, 150_000, 'virement'),
    },
    {
      telephone: '+242059876543',
      produit: 'HABITATION',
      police: 'POL003',
      canal: 'agence',
      montant: 30_000,
      periodicite: 'trimestrielle',
      demandee_le: maison,
      termes: [maison],
      paiements: echeances(maison, 3, 4, 30_000, 'airtel_money'),
    },
    {
      telephone: '+242042345678',
      produit: 'SANTE',
      police: 'POL004',
      canal: 'agence',
      montant: 25_000,
      periodicite: 'mensuelle',
      demandee_le: sante,
      termes: [sante],
      // Two months behind: what the kiosk's « rattrapage » is for.
      paiements: echeances(sante, 1, 4, 25_000, 'especes'),
    },
    {
      telephone: '+242066720914',
      produit: 'PASS-KIMIA',
      police: 'CG-2024-VIE-001',
      canal: 'agence',
      montant: 6_000,
      periodicite: 'annuelle',
      demandee_le: premier,
      ...pass(premier),
    },
  ];
}

/** A PASS of 365 days, paid for once a year and renewed on the day after its end, ever since. */
function pass(premier: Jour): Pick<DraftContrat, 'termes' | 'paiements'> {
  const termes: Jour[] = [];
  for (let effet = premier; effet <= aujourdhui(); effet = plusJours(effet, 365)) termes.push(effet);
  return {
    termes,
    paiements: termes.map((jour, rang) => ({
      jour,
      montant: 6_000,
      mode: 'mtn_money',
      type: rang === 0 ? 'souscription_initiale' : 'renouvellement',
    })),
  };
}
