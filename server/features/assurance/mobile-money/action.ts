import { z } from 'zod';
import { type Action, action, input } from '../../../core/action.ts';
import { champInvalide } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { reload } from '../paiements/encaissement.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { demanderPaiement } from './demander.ts';
import { payable } from './prendre.ts';
import { operateurs } from './tentatives/tentative.ts';

/** Staff ask a client to pay on the client's own telephone, or on another that is given. */
export const demande: Action = action(Souscription, {
  name: 'demander-paiement',
  icon: 'Smartphone',
  input: z.object({
    montant: input.francs({ max: 100_000_000 }),
    operateur: z.enum(operateurs),
    telephone: input.phone().optional(),
    date_effet: z.iso.date().optional(),
  }),
  prefill: ({ montant }) => ({ montant }),
  when: (souscription) => payable(souscription) || `souscription_${souscription.statut}`,
  run: async (souscription, { telephone, ...paiement }, { tx }) => {
    const demande = await demanderPaiement(tx, {
      ...paiement,
      souscription_id: souscription.id,
      telephone: telephone ?? (await telephoneDuClient(tx, souscription)),
    });
    await reload(tx, souscription);
    return { paiement: demande.numero };
  },
});

async function telephoneDuClient(tx: Transaction, { client_id }: Souscription): Promise<string> {
  const [client] = await tx.query<{ telephone: string | null }>('select telephone from clients where id = $1', [
    client_id,
  ]);
  if (!client?.telephone) throw champInvalide('telephone', 'obligatoire');
  return client.telephone;
}
