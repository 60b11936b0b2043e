import { createHash } from 'node:crypto';
import { type Caller, demand } from '../../core/access.ts';
import type { Database } from '../../core/database.ts';
import { indisponible, introuvable } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import type { Records } from '../../core/records/records.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';
import type { TypeDocument } from './document.ts';
import { garderRefus } from './garder-refus.ts';
import { documents } from './resource.ts';

export interface Fichier {
  nom: string;
  type: TypeDocument;
  contenu: Buffer;
}

interface Kept extends Omit<Fichier, 'contenu'> {
  cle: string;
  empreinte: string;
  succursale_id: number;
}

/**
 * A file for whoever may open it; each time is kept in the journal, a refusal too.
 * @throws 403, 404 also for one that was taken back, 503 when the file is missing or no longer what was sent
 */
export async function ouvrirDocument(
  { records, database, stockage }: { records: Records; database: Database; stockage: StoragePort },
  caller: Caller,
  id: number,
): Promise<Fichier> {
  const line = { action: 'ouvrir', ressource: 'documents', objet_id: id };
  await garderRefus(database, caller, line, async () => {
    demand(caller.actor, documents, 'ouvrir');
    await records.get(caller, documents, id);
  });
  const [row] = await database.read<Kept>({
    text: 'select nom, type, cle, empreinte, succursale_id from documents where id = $1 and retire_le is null',
    values: [id],
    stable: true,
  });
  if (!row) throw introuvable();
  const { nom, type, cle, empreinte, succursale_id } = row;
  const contenu = await stockage.get(cle);
  if (!contenu || createHash('sha256').update(contenu).digest('hex') !== empreinte)
    throw indisponible(503, 'document_indisponible');
  await journalizeAlone(database, caller, { ...line, objet: nom, succursale_id });
  return { nom, type, contenu };
}
