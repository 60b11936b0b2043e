import { introuvable } from '../../../core/errors.ts';
import type { Francs } from '../../../core/money.ts';
import type { Periodicite } from '../../assurance/echeancier.ts';
import type { Lecteur } from '../lecteur.ts';
import type { GarantieVendue } from './detail.ts';

/** A product on sale, as it is presented to anybody. Amounts in francs per period. */
export interface ProduitPresente {
  code: string;
  nom: string;
  branche: string;
  description: string | null;
  garanties: GarantieVendue[];
  montant_min: Francs;
  montant_max: Francs;
  periodicites: Periodicite[];
  duree: number;
  duree_unite: 'jours' | 'mois';
  beneficiaires_max: number;
  jours_grace: number;
}

const select = `select code, nom, branche, description, garanties, montant_min, montant_max, periodicites, duree,
  duree_unite, beneficiaires_max, jours_grace from produits where actif`;

export const produitsEnVente = (db: Lecteur): Promise<ProduitPresente[]> =>
  db.query<ProduitPresente>(`${select} order by code like 'PASS%' desc, nom`);

/** @throws 404 for one that is not on sale */
export async function produitEnVente(db: Lecteur, code: string): Promise<ProduitPresente> {
  const [found] = await db.query<ProduitPresente>(
    `${select} and code in ($1, upper($1)) order by code = $1 desc limit 1`,
    [code],
  );
  if (!found) throw introuvable();
  return found;
}
