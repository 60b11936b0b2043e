import { createHash, createHmac } from 'node:crypto';
import type { Database } from '../../../core/database.ts';
import { introuvable } from '../../../core/errors.ts';
import { lecteur } from '../lecteur.ts';
import type { Sceau } from '../lecture/attestation.ts';
import type { Edition } from '../lecture/edition.ts';
import { titulaireDe } from '../titulaire.ts';
import { editer, type Piece } from './editer.ts';

/** How long a link opens, and how often. */
export const LIEN = { heures: 48, ouvertures: 5 };

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 22 letters, 132 bits. The row alone does not give it: it takes the secret. */
export const jetonDe = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(`lien ${id}`).digest('base64url').slice(0, 22);

export const cheminDuLien = (jeton: string): string => `/api/v1/borne/liens/${jeton}.pdf`;

const ouvrir = `update envois set ouvertures = ouvertures + 1
  where empreinte = $1 and expire_le > $2 and ouvertures < $3
  returning client_id, document, souscription_id, paiement_id, langue, destinataire`;

/**
 * The document behind a link, as it is now.
 * @throws 404 `lien_ferme`, the same for wrong, expired, opened too often, and for a telephone that is no longer on file
 */
export async function ouvrirLien(database: Database, sceau: Sceau, jeton: string): Promise<Edition> {
  const values = [digest(jeton), new Date(), LIEN.ouvertures];
  const [piece] = await database.read<Piece & { destinataire: string }>({ text: ouvrir, values, stable: true });
  const db = lecteur(database);
  const titulaire = piece && (await titulaireDe(db, piece.client_id));
  if (!piece || !titulaire || digest(titulaire.telephone) !== piece.destinataire) throw introuvable('lien_ferme');
  return editer(db, sceau, titulaire, piece);
}
