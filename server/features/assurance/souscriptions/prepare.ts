import type { Prepare } from '../../../core/records/rules.ts';
import { Client } from '../../clients/client.ts';
import { Produit } from '../produits/produit.ts';
import type { Souscription } from './souscription.ts';

/** A souscription belongs to its client's succursale, and takes over the product's terms. */
export const sell: Prepare<Souscription> = async (souscription, { em }) => {
  const client = await em.findOneByOrFail(Client, { id: souscription.client_id });
  const produit = await em.findOneByOrFail(Produit, { id: souscription.produit_id });
  souscription.succursale_id = client.succursale_id;
  souscription.vendre(produit);
};
