import { expect } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { produits } from '../../../features/assurance/produits/resource.ts';
import { bodyExample } from '../examples.ts';

/** A product as the document shows it, but for its code, and a request for it, made over the API; answers their ids. */
export async function sell(send: Send, client_id: number, code = bodyExample(produits).code) {
  const made = async (path: string, body: object) => {
    const answer = await send<{ id: number }>('POST', path, body);
    expect(answer.status, answer.text).toBe(201);
    return answer.body.id;
  };
  const produit_id = await made('/produits', { ...bodyExample(produits), code });
  const asked = { client_id, produit_id, montant: 25_000, periodicite: 'mensuelle' };
  return { produits: produit_id, souscriptions: await made('/souscriptions', asked) };
}
