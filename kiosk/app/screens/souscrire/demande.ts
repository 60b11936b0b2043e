import type { ProduitPresente } from '../../api/types.ts';
import { francs } from '../../texts/format.ts';
import type { TextKey, Values } from '../../texts/texts.ts';
import type { Operateur } from '../paiement/operateurs.ts';

export type Periodicite = ProduitPresente['periodicites'][number];

export const etapes = ['montant', 'rythme', 'qui', 'contact', 'payeur', 'compte', 'accord', 'revoir'] as const;
export type Etape = (typeof etapes)[number];

/** What somebody has settled on so far. It lives as long as the screen. */
export interface Demande {
  /** Francs per period. */
  montant?: number;
  periodicite?: Periodicite;
  nom: string;
  prenom: string;
  telephone: string;
  /** Another telephone than their own, as it was typed. */
  telephone_payeur?: string;
  operateur?: Operateur;
  /** The very text that they agreed to. */
  consentement: string;
}

/** On which screen a field of the request is decided. */
export const etapeOf: Readonly<Record<string, Etape>> = {
  montant: 'montant',
  periodicite: 'rythme',
  nom: 'qui',
  prenom: 'qui',
  telephone: 'contact',
  telephone_payeur: 'payeur',
  operateur: 'compte',
  consentement: 'accord',
};

const round = [1, 2, 5].flatMap((n) => [100, 1000, 10_000, 100_000, 1_000_000].map((each) => n * each));
const SUGGESTED = 6;

/** Amounts to choose from: the least, and round ones above it. Francs. */
export function suggestions({ montant_min, montant_max }: Pick<ProduitPresente, 'montant_min' | 'montant_max'>) {
  const above = round.filter((each) => each > montant_min && each <= montant_max).sort((a, b) => a - b);
  return [montant_min, ...above].slice(0, SUGGESTED);
}

type Say = (key: TextKey, values?: Values) => string;

/** What is agreed to, whole and in the reader’s language: it is shown and sent as it is, a paragraph a line. */
export function consentementOf(produit: ProduitPresente, { montant, periodicite }: Demande, t: Say): string {
  const covered = produit.garanties.map(({ libelle, plafond, carence_jours, franchise }) =>
    [
      t('souscrire.accord_garantie', { libelle, plafond: francs(plafond) }),
      carence_jours > 0 && t('souscrire.accord_carence', { n: carence_jours }),
      franchise > 0 && t('souscrire.accord_franchise', { montant: francs(franchise) }),
    ]
      .filter(Boolean)
      .join(', '),
  );
  const often = t(`souscrire.par_${periodicite ?? 'unique'}`);
  return [
    t('souscrire.accord_objet', { nom: produit.nom, montant: francs(montant ?? 0), rythme: often }),
    t(`souscrire.accord_duree_${produit.duree_unite}`, { n: produit.duree }),
    ...covered.map((each) => `${each}.`),
    t('souscrire.accord_paiement'),
    ...(periodicite === 'unique' ? [] : [t('souscrire.accord_retard', { n: produit.jours_grace })]),
    t('souscrire.accord_donnees'),
  ].join('\n');
}
