import { createHash } from 'node:crypto';
import { Problem } from '../../core/errors.ts';
import { journalize } from '../../core/journal/journal.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';
import type { CanalDocument, TypeDocument } from './document.ts';
import { examiner, type TypeEnvoye } from './examiner.ts';
import { nomGarde } from './nom.ts';

export interface Envoi {
  contenu: Buffer;
  /** As it was announced. */
  type: TypeEnvoye;
  nom?: string;
}

export interface Destination {
  sinistre_id: number;
  canal: CanalDocument;
}

/** A document as its sender is told of it. `taille` in bytes, as it is kept. */
export interface DocumentDepose {
  id: number;
  nom: string;
  type: TypeDocument;
  taille: number;
}

type Ecrire = (work: (tx: Transaction) => Promise<DocumentDepose>) => Promise<DocumentDepose>;

/**
 * Keeps a file, then writes its row: never a row without its file. A file whose row was refused is thrown away; one
 * whose row was cut off on the way is swept at night.
 * @param ecrire does the work in one transaction, once for a request that is sent again
 * @throws 400, 413, 415 naming what is wrong with the file, 409 when there is no more room
 */
export async function deposer(
  stockage: StoragePort,
  envoi: Envoi,
  destination: (tx: Transaction) => Promise<Destination>,
  ecrire: Ecrire,
): Promise<DocumentDepose> {
  const { type, contenu } = await examiner(envoi.contenu, envoi.type);
  const document = {
    nom: nomGarde(envoi.nom, type),
    type,
    taille: contenu.length,
    empreinte: createHash('sha256').update(contenu).digest('hex'),
    cle: await stockage.put(contenu),
  };
  let written = false;
  try {
    const depose = await ecrire(async (tx) => {
      written = true;
      return inscrire(tx, document, await destination(tx));
    });
    if (!written) await stockage.remove(document.cle);
    return depose;
  } catch (error) {
    // Where the database fell silent, the row may be there after all.
    if (error instanceof Problem && error.status < 500) await stockage.remove(document.cle);
    throw error;
  }
}

interface Garde extends Omit<DocumentDepose, 'id'> {
  empreinte: string;
  cle: string;
}

async function inscrire(
  tx: Transaction,
  { cle, ...document }: Garde,
  { sinistre_id, canal }: Destination,
): Promise<DocumentDepose> {
  const { nom, type, taille, empreinte } = document;
  const auteur = canal === 'agence' ? tx.caller.actor.id : null;
  const [row] = await tx.query<{ id: number; succursale_id: number }>(
    `insert into documents (sinistre_id, nom, type, taille, empreinte, cle, canal, depose_par_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, succursale_id`,
    [sinistre_id, nom, type, taille, empreinte, cle, canal, auteur],
  );
  const { id, succursale_id } = row as { id: number; succursale_id: number };
  tx.changed('documents');
  const line = { action: 'deposer', ressource: 'documents', objet_id: id, objet: nom, succursale_id };
  await journalize(tx, { ...line, apres: { sinistre_id, ...document, canal } });
  return { id, nom, type, taille };
}
