import type { TestDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { transact } from '../../core/records/transaction.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';
import { partlyPaid } from '../assurance/sinistres/exemple.fixture.ts';
import { makeClient } from '../clients/factory.ts';
import { deposer, type Envoi } from './deposer.ts';

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface Place {
  db: TestDatabase;
  stockage: StoragePort;
}

/** A sinistre that somebody works on, in this succursale; answers its id. */
export async function sinistreDe(db: TestDatabase, succursale_id: number, nom: string): Promise<number> {
  const client_id = await makeClient(db.database, { nom, succursale_id });
  return (await partlyPaid(db, client_id, succursale_id, nom)).sinistres;
}

/** A document that its client sent from the telephone, with its file; answers the id and the key of the file. */
export async function envoyer({ db, stockage }: Place, sinistre_id: number, envoi: Partial<Envoi> = {}) {
  const sent: Envoi = { contenu: pdf, type: 'application/pdf', nom: 'Facture de la clinique', ...envoi };
  const { id } = await deposer(
    stockage,
    sent,
    async () => ({ sinistre_id, canal: 'espace' }),
    (work) => transact(db.database, systemCaller, work),
  );
  const [row] = await db.rows<{ cle: string }>('select cle from documents where id = $1', [id]);
  return { id, cle: row?.cle as string };
}

/** The keys of every file that is kept. */
export async function gardes(stockage: StoragePort): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of stockage.keptBefore(new Date(Date.now() + 60_000))) keys.push(key);
  return keys;
}
