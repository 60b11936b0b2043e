import type { Database } from '../../../core/database.ts';
import { deposer } from './deposer.ts';

interface Telephone {
  id: number;
  statut: 'reussi' | 'echoue';
}

const find = `select a.id, p.statut
  from paiements p join souscriptions s on s.id = p.souscription_id
  join abonnements_push a on a.client_id = s.client_id and 'paiements' = any(a.sujets) and a.expire_le > now()
  where p.id = $1 and p.statut in ('reussi', 'echoue')`;

/** Tells the client’s telephones how a payment ended. */
export async function avertirPaiement(database: Database, paiement_id: number): Promise<void> {
  const telephones = await database.read<Telephone>({ text: find, values: [paiement_id], stable: true });
  const avis = telephones[0]?.statut === 'echoue' ? 'paiement_echoue' : 'paiement_reussi';
  await deposer(
    database,
    telephones.map(({ id }) => id),
    { avis, cle: `paiement:${paiement_id}` },
  );
}
