import { randomBytes } from 'node:crypto';
import { insert, type Place } from '../organisation/factory.ts';
import type { CanalDocument, TypeDocument } from './document.ts';

export interface DocumentOptions {
  sinistre_id: number;
  nom: string;
  type?: TypeDocument;
  canal?: CanalDocument;
  depose_par_id?: number;
}

/** The row of a document; its file is nowhere. Answers its id. */
export const makeDocument = (place: Place, options: DocumentOptions): Promise<number> =>
  insert(place, 'documents', {
    type: 'jpeg',
    taille: 120_000,
    empreinte: randomBytes(32).toString('hex'),
    cle: randomBytes(32).toString('hex'),
    ...options,
  });
