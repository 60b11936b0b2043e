import type { QueryRunner } from 'typeorm';
import type { Periodicite } from '../../server/features/assurance/echeancier.ts';
import type { Garantie } from '../../server/features/assurance/produits/garanties.ts';
import type { Produit } from '../../server/features/assurance/produits/produit.ts';

type Vendu = Pick<
  Produit,
  'code' | 'nom' | 'branche' | 'description' | 'montant_min' | 'montant_max' | 'duree' | 'duree_unite'
> & {
  garanties: Partial<Garantie>[];
  periodicites: Periodicite[];
  beneficiaires_max?: number;
  taux_commission: number;
  jours_grace: number;
};

const funeraires: Partial<Garantie> = {
  code: 'frais_funeraires',
  libelle: 'Frais funéraires',
  plafond: 200_000,
  carence_jours: 30,
  frequence: 1,
};
const pass = { duree: 365, duree_unite: 'jours', taux_commission: 10, jours_grace: 5 } as const;
const toutes: Periodicite[] = ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle', 'unique'];

/** What the group sells: the three PASS of micro-insurance, from 100 francs a month, and four classic products. */
export const produits: Vendu[] = [
  {
    ...pass,
    code: 'PASS-KIMIA',
    nom: 'PASS KIMIA',
    branche: 'ACC',
    description: 'Un capital en cas d’accident, et les frais funéraires pris en charge.',
    garanties: [
      { code: 'deces_accident', libelle: 'Décès par accident', plafond: 500_000, frequence: 1 },
      { code: 'invalidite', libelle: 'Invalidité par accident', plafond: 300_000, frequence: 1 },
      funeraires,
    ],
    montant_min: 100,
    montant_max: 25_000,
    periodicites: toutes,
  },
  {
    ...pass,
    code: 'PASS-BATELA',
    nom: 'PASS BATELA',
    branche: 'EPG',
    description: 'Une épargne pour la retraite, et les frais funéraires pris en charge.',
    garanties: [
      { code: 'epargne_retraite', libelle: 'Épargne retraite', plafond: 5_000_000, carence_jours: 365 },
      funeraires,
    ],
    montant_min: 100,
    montant_max: 200_000,
    periodicites: ['mensuelle', 'trimestrielle', 'annuelle'],
  },
  {
    ...pass,
    code: 'PASS-SALISA',
    nom: 'PASS SALISA',
    branche: 'SAN',
    description: 'Un forfait par séjour à l’hôpital, et les frais funéraires pris en charge.',
    garanties: [
      {
        code: 'forfait_hospitalier',
        libelle: 'Forfait hospitalier',
        plafond: 150_000,
        carence_jours: 60,
        frequence: 3,
      },
      funeraires,
    ],
    montant_min: 100,
    montant_max: 50_000,
    periodicites: toutes,
  },
  {
    code: 'VIE',
    nom: 'Vie',
    branche: 'VIE',
    description: 'Un capital versé aux bénéficiaires en cas de décès.',
    garanties: [
      { code: 'capital_deces', libelle: 'Capital décès', plafond: 10_000_000, carence_jours: 90, frequence: 1 },
      { code: 'invalidite', libelle: 'Invalidité absolue et définitive', plafond: 5_000_000, carence_jours: 90 },
    ],
    montant_min: 5_000,
    montant_max: 1_000_000,
    periodicites: ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle'],
    duree: 120,
    duree_unite: 'mois',
    taux_commission: 12,
    jours_grace: 10,
  },
  {
    code: 'AUTO',
    nom: 'Auto',
    branche: 'AUT',
    description: 'La responsabilité civile du véhicule, le vol et les dommages.',
    garanties: [
      { code: 'responsabilite_civile', libelle: 'Responsabilité civile', plafond: 20_000_000 },
      { code: 'vol', libelle: 'Vol', plafond: 6_000_000, franchise: 250_000, frequence: 1 },
      { code: 'dommages', libelle: 'Dommages au véhicule', plafond: 4_000_000, franchise: 100_000 },
    ],
    montant_min: 30_000,
    montant_max: 2_000_000,
    periodicites: ['trimestrielle', 'semestrielle', 'annuelle', 'unique'],
    beneficiaires_max: 0,
    duree: 12,
    duree_unite: 'mois',
    taux_commission: 12,
    jours_grace: 0,
  },
  {
    code: 'HABITATION',
    nom: 'Habitation',
    branche: 'HAB',
    description: 'L’incendie, le dégât des eaux et le vol au domicile.',
    garanties: [
      { code: 'incendie', libelle: 'Incendie', plafond: 15_000_000, franchise: 100_000 },
      { code: 'degat_des_eaux', libelle: 'Dégât des eaux', plafond: 3_000_000, franchise: 50_000 },
      { code: 'vol', libelle: 'Vol au domicile', plafond: 2_000_000, franchise: 50_000, carence_jours: 15 },
    ],
    montant_min: 10_000,
    montant_max: 500_000,
    periodicites: ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle'],
    beneficiaires_max: 0,
    duree: 12,
    duree_unite: 'mois',
    taux_commission: 15,
    jours_grace: 0,
  },
  {
    code: 'SANTE',
    nom: 'Santé',
    branche: 'SAN',
    description: 'Les soins, l’hospitalisation et les médicaments du foyer.',
    garanties: [
      { code: 'hospitalisation', libelle: 'Hospitalisation', plafond: 2_000_000, carence_jours: 30 },
      { code: 'consultation', libelle: 'Consultation', plafond: 300_000, franchise: 2_000, frequence: 12 },
      { code: 'pharmacie', libelle: 'Pharmacie', plafond: 400_000, franchise: 1_000, frequence: 24 },
    ],
    montant_min: 8_000,
    montant_max: 300_000,
    periodicites: ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle'],
    duree: 12,
    duree_unite: 'mois',
    taux_commission: 10,
    jours_grace: 5,
  },
];

/** Products that are there already stay as somebody has set them. */
export async function seedProduits(db: QueryRunner): Promise<void> {
  for (const { garanties, periodicites, beneficiaires_max = 6, ...produit } of produits) {
    const whole = garanties.map((each) => ({ carence_jours: 0, franchise: 0, frequence: null, ...each }));
    const row = {
      ...produit,
      beneficiaires_max,
      garanties: JSON.stringify(whole),
      periodicites: JSON.stringify(periodicites),
    };
    const names = Object.keys(row);
    await db.query(
      `insert into produits (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
       on conflict (code) do nothing`,
      Object.values(row),
    );
  }
}
