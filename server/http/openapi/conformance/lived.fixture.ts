import { expect } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { produits } from '../../../features/assurance/produits/resource.ts';
import { bodyExample } from '../examples.ts';

interface Made {
  id: number;
  resultat: Record<string, number>;
}

/** A contrat that is dear enough for a dérogation, paid for one month; answers its id. */
export async function dear(send: Send, client_id: number): Promise<number> {
  const made = async (path: string, body: object) => {
    const answer = await send<Made>('POST', path, body);
    expect([200, 201], answer.text).toContain(answer.status);
    return answer.body.id;
  };
  const grand = { ...bodyExample(produits), code: `GRAND-COMPTE-${client_id}`, montant_max: 100_000_000 };
  const produit_id = await made('/produits', grand);
  const montant = 10_000_000;
  const id = await made('/souscriptions', { client_id, produit_id, montant, periodicite: 'mensuelle' });
  await made(`/souscriptions/${id}/encaisser`, { montant, mode_paiement: 'virement' });
  return id;
}

/** Such a contrat with a bénéficiaire, an avenant and a dérogation that wait for a decision; answers their ids. */
export async function live(send: Send, client_id: number) {
  const id = await dear(send, client_id);
  const act = async (verb: string, body: object) => {
    const answer = await send<Made>('POST', `/souscriptions/${id}/${verb}`, body);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.resultat;
  };
  const today = aujourdhui();
  const days = { date_debut: today, date_fin: plusJours(today, 29), motif: 'virement annoncé' };
  const added = await act('ajouter-beneficiaire', { nom: 'KONGO', prenom: 'Grâce', relation: 'enfant' });
  const changed = await act('demander-avenant', { montant: 12_000_000, motif: 'meilleure couverture' });
  const lent = await act('demander-derogation', days);
  return {
    beneficiaires: added.beneficiaire_id as number,
    avenants: changed.avenant_id as number,
    derogations: lent.derogation_id as number,
  };
}
