import type { Database } from '../../core/database.ts';
import type { Jour } from '../../core/jours.ts';
import type { Francs } from '../../core/money.ts';
import { insert, type Place } from '../organisation/factory.ts';
import { type Duree, type Periodicite, termeDepuis } from './echeancier.ts';
import type { Produit } from './produits/produit.ts';

interface ProduitOptions extends Partial<Duree> {
  code: string;
  nom?: string;
  branche: Produit['branche'];
  description?: string;
  garanties?: Produit['garanties'];
  montant_min?: Francs;
  montant_max?: Francs;
  periodicites?: Periodicite[];
  beneficiaires_max?: number;
  taux_commission?: number;
  jours_grace?: number;
  modele_police?: string;
}

/** A product on sale; monthly for a year unless told otherwise. */
export function makeProduit(place: Place, options: ProduitOptions): Promise<number> {
  const { nom = options.code, garanties = [], periodicites = ['mensuelle'], ...rest } = options;
  const given = { duree: 12, duree_unite: 'mois', montant_min: 100, montant_max: 10_000_000, ...rest };
  const lists = { garanties: JSON.stringify(garanties), periodicites: JSON.stringify(periodicites) };
  return insert(place, 'produits', { nom, ...lists, ...given });
}

interface ContratOptions extends Duree {
  client_id: number;
  succursale_id: number;
  police: string;
  date_effet: Jour;
  montant: number;
  periodicite: Periodicite;
  jours_grace?: number;
}

const row = async (database: Database, text: string, values: unknown[]): Promise<number> => {
  const [made] = await database.read<{ id: number }>({ text: `${text} returning id`, values, stable: true });
  return (made as { id: number }).id;
};

/** A product, a souscription, its first term and its police; nothing is paid yet. Answers the souscription's id. */
export async function makeContrat(database: Database, options: ContratOptions): Promise<number> {
  const { client_id, succursale_id, police, date_effet, montant, periodicite, jours_grace = 0, ...duree } = options;
  const produit = await row(
    database,
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite)
     values ($1, $1, 'VIE', 100, 100000000, '["mensuelle"]', $2, $3)`,
    [`P-${police}`, duree.duree, duree.duree_unite],
  );
  const souscription = await row(
    database,
    `insert into souscriptions (numero, client_id, produit_id, succursale_id, canal, montant, periodicite, termes, date_effet)
     values ($1, $2, $3, $4, 'agence', $5, $6, $7, $8)`,
    [
      `S-${police}`,
      client_id,
      produit,
      succursale_id,
      montant,
      periodicite,
      { branche: 'VIE', jours_grace },
      date_effet,
    ],
  );
  await addTerme(database, souscription, date_effet, montant, periodicite, duree);
  await row(
    database,
    `insert into numeros_police (numero, souscription_id, mode_attribution) values ($1, $2, 'automatique')`,
    [police, souscription],
  );
  return souscription;
}

/** One more term, joined to those before. */
export async function addTerme(
  database: Database,
  souscription: number,
  date_effet: Jour,
  montant: number,
  periodicite: Periodicite,
  duree: Duree,
) {
  const { date_expiration, mois, nombre } = termeDepuis(date_effet, duree, periodicite);
  return row(
    database,
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
     select $1, count(*), $2, $3, $4, $5, $6, coalesce(sum(montant * nombre), 0), 1 from termes where souscription_id = $1`,
    [souscription, date_effet, date_expiration, montant, mois, nombre],
  );
}

let payments = 0;

/** A payment in cash that has succeeded. */
export function pay(database: Database, souscription: number, montant: number): Promise<number> {
  payments += 1;
  return row(
    database,
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ($1, $2, 'cotisation', 'especes', $3, 'reussi', now())`,
    [`P-${payments}`, souscription, montant],
  );
}
