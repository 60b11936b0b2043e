import { expect } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import type { TestDatabase } from '../../../../tests/database.ts';

interface Sold {
  clients: number;
  produits: number;
  succursale_id: number;
}

/** An agent of a succursale who takes cash for one sale as often as asked; made over the API. */
export async function cashier(send: Send, { clients, produits, succursale_id }: Sold) {
  const made = async (path: string, body: object): Promise<number> => {
    const answer = await send<{ id: number }>('POST', path, body);
    expect([200, 201], answer.text).toContain(answer.status);
    return answer.body.id;
  };
  const agent = { nom: 'NGOUABI', matricule: 'AGT900', telephone: '04 234 56 78', succursale_id };
  const agent_id = await made('/agents', agent);
  const asked = { client_id: clients, produit_id: produits, montant: 25_000, periodicite: 'mensuelle', agent_id };
  const souscription = await made('/souscriptions', asked);
  const take = (mode_paiement = 'especes') =>
    made(`/souscriptions/${souscription}/encaisser`, { montant: 25_000, mode_paiement });
  return { agent_id, made, take };
}

/** Cash remitted and cash still held, with all that comes of it; answers a row of each resource. */
export async function remit(send: Send, db: TestDatabase, sold: Sold) {
  const { agent_id, made, take } = await cashier(send, sold);
  await take();
  const bordereaux = await made('/bordereaux', { agent_id });
  await made(`/bordereaux/${bordereaux}/receptionner`, { montant_compte: 25_000 });
  await take();
  await take('virement');
  const first = async (path: string) => (await send<{ results: [{ id: number }] }>('GET', path)).body.results[0].id;
  const [anomalie] = await db.rows<{ id: number }>(
    `insert into anomalies (controle, objet, objet_id, succursale_id, attendu, trouve)
     values ('solde', 'AGT001', 1, $1, '0', '1') returning id`,
    [sold.succursale_id],
  );
  return {
    bordereaux,
    bordereau_lignes: await first('/bordereau_lignes'),
    commissions: await first('/commissions'),
    encours_agents: agent_id,
    anomalies: anomalie?.id as number,
  };
}
