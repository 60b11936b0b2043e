import { introuvable } from '../../../core/errors.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { PoliceDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import { attestationDuClient, type Sceau } from '../lecture/attestation.ts';
import type { Edition } from '../lecture/edition.ts';
import { recuDuClient } from '../lecture/recu.ts';
import { releveDuClient } from '../lecture/releve.ts';
import type { Titulaire } from '../titulaire.ts';
import type { Document } from './messages.ts';

/** Which document a row of `envois` stands for. */
export interface Piece {
  client_id: number;
  document: Document;
  souscription_id: number | null;
  paiement_id: number | null;
  langue: Langue;
}

/** The document as it is at this moment. @throws 404 and 409 as the documents do */
export async function editer(db: Lecteur, sceau: Sceau, titulaire: Titulaire, piece: Piece): Promise<Edition> {
  const { document, souscription_id, paiement_id, langue } = piece;
  if (document === 'recu') {
    const [paiement] = await db.query<{ numero: string }>('select numero from paiements where id = $1', [paiement_id]);
    if (!paiement) throw introuvable();
    return recuDuClient(db, titulaire, paiement.numero, langue);
  }
  const police = await policeDe(db, piece);
  if (document === 'attestation') return attestationDuClient(db, sceau, titulaire, police, langue);
  return releveDuClient(db, titulaire, police, { langue, seul: souscription_id !== null });
}

/** The contrat that was asked for; for a relevé of all of them the first, after which it is named. */
async function policeDe(db: Lecteur, { client_id, souscription_id }: Piece): Promise<PoliceDuClient> {
  const [found] = await db.query<PoliceDuClient>(
    `select n.numero as police, n.souscription_id from numeros_police n join souscriptions s on s.id = n.souscription_id
     where s.client_id = $1 and ($2::bigint is null or s.id = $2) order by s.id limit 1`,
    [client_id, souscription_id],
  );
  if (!found) throw introuvable();
  return found;
}
