import type { Prepare } from '../../../core/records/rules.ts';
import { Client } from '../../clients/client.ts';
import { Produit } from '../produits/produit.ts';
import type { Souscription } from './souscription.ts';

/** A souscription belongs to its client's succursale, or to that of the terminal; it takes over the product's terms. */
export const sell: Prepare<Souscription> = async (souscription, { em, caller }) => {
  const client = await em.findOneByOrFail(Client, { id: souscription.client_id });
  const produit = await em.findOneByOrFail(Produit, { id: souscription.produit_id });
  const alone = caller.surface === 'borne' ? caller.actor.succursale_id : null;
  souscription.succursale_id = alone ?? client.succursale_id;
  souscription.vendre(produit);
};
