import { aujourdhui, type Jour, plusJours } from '../../server/core/jours.ts';
import type { Transaction } from '../../server/core/records/transaction.ts';
import { type AnnonceOptions, makeAnnonce } from '../../server/features/annonces/factory.ts';
import { within } from '../../server/features/organisation/factory.ts';

type Draft = Omit<AnnonceOptions, 'debut' | 'fin' | 'publiee_le' | 'succursale_id' | 'produit_id'> & {
  /** Days from today. */
  debut: number;
  fin?: number;
  succursale?: string;
  produit?: string;
};

const drafts: Draft[] = [
  {
    titre: 'Payez vos cotisations par mobile money',
    contenu:
      'MTN Mobile Money et Airtel Money sont acceptés à la borne et sur votre téléphone.\nGardez le reçu : il fait foi.',
    debut: -20,
  },
  {
    titre: 'Brazzaville : guichet fermé samedi matin',
    contenu:
      'Le guichet de Brazzaville est fermé samedi pour inventaire.\nLa borne du hall reste ouverte de 8 h à 12 h.',
    importance: 'important',
    succursale: 'BZV',
    debut: -2,
    fin: 6,
  },
  {
    titre: 'Douala : inondations à Bonabéri',
    contenu:
      'Nos conseillers reçoivent les sinistrés à l’agence de Douala, sans rendez-vous.\nDéclarez vos dommages dans les cinq jours, avec des photos si possible.',
    importance: 'urgent',
    succursale: 'DLA',
    debut: -1,
    fin: 14,
  },
  {
    titre: 'PASS KIMIA : complétez vos bénéficiaires',
    contenu:
      'Vérifiez le nom et la part de chaque bénéficiaire de votre PASS KIMIA.\nUn dossier complet est réglé plus vite.',
    produit: 'PASS-KIMIA',
    debut: -5,
    fin: 60,
  },
];

/** What clients are told these days: all of them, those of a succursale, those of a produit. */
export async function seedAnnonces(tx: Transaction): Promise<void> {
  for (const { debut, fin, succursale, produit, ...said } of drafts) {
    const first: Jour = plusJours(aujourdhui(), debut);
    await makeAnnonce(within(tx), {
      ...said,
      ...(succursale ? { succursale_id: await idOf(tx, 'succursales', succursale) } : {}),
      ...(produit ? { produit_id: await idOf(tx, 'produits', produit) } : {}),
      debut: first,
      ...(fin === undefined ? {} : { fin: plusJours(aujourdhui(), fin) }),
      publiee_le: `${first}T08:00:00+01:00`,
    });
  }
  tx.changed('annonces');
}

async function idOf(tx: Transaction, table: 'succursales' | 'produits', code: string): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`select id from ${table} where code = $1`, [code]);
  if (!row) throw new Error(`there is no ${code} in ${table}`);
  return row.id;
}
