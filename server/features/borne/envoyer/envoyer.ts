import { randomUUID } from 'node:crypto';
import { maskEmail } from '../../../core/email.ts';
import { champInvalide, indisponible, refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { maskPhone } from '../../../core/phone.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { type PoliceDuClient, policeDuClient } from '../contrats.ts';
import { exigerCouverture } from '../lecture/attestation.ts';
import { exigerPaiement } from '../lecture/recu.ts';
import type { SessionBorne } from '../sessions.ts';
import { digest, jetonDe, LIEN } from './liens.ts';
import type { Document, Moyen } from './messages.ts';

/** How many documents a client has sent in an hour. */
const PAR_HEURE = 5;

export interface DemandeEnvoi {
  document: Document;
  par: Moyen;
  /** The contrat; without it a relevé is of all of them, an attestation of the one in the path. */
  police?: string;
  /** Its number, for a reçu. */
  paiement?: string;
}

export interface Envoi {
  par: Moyen;
  /** Masked. */
  destination: string;
}

/**
 * Has a document sent to the telephone or the e-mail address on file, once this transaction has succeeded.
 * @param police in whose name it is asked for
 * @throws 404 for what is not the client's, 409 `email_absent` or why there is no such document, 429 `trop_d_envois`
 */
export async function envoyer(
  tx: Transaction,
  secret: string,
  session: SessionBorne,
  police: PoliceDuClient,
  demande: DemandeEnvoi,
): Promise<Envoi> {
  const { document, par } = demande;
  const { client_id } = session;
  const objet = await objetDe(tx, client_id, police, demande);
  const adresse = par === 'sms' ? session.telephone : await emailDe(tx, client_id);
  const destination = par === 'sms' ? maskPhone(adresse) : maskEmail(adresse);
  await exigerPlace(tx, client_id);
  const id = randomUUID();
  const empreinte = par === 'sms' ? digest(jetonDe(secret, id)) : null;
  const expire_le = new Date(Date.now() + LIEN.heures * 3_600_000);
  await tx.query(
    `insert into envois (id, client_id, document, souscription_id, paiement_id, par, destinataire, langue, empreinte, expire_le)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      client_id,
      document,
      objet.souscription_id,
      objet.paiement_id,
      par,
      digest(adresse),
      tx.caller.langue,
      empreinte,
      expire_le,
    ],
  );
  await journalize(tx, {
    action: 'envoyer_document',
    ressource: 'clients',
    objet_id: client_id,
    objet: police.police,
    details: { document, par, destination },
  });
  await tx.job('envoyer-document', { id }, { key: `envoi:${id}` });
  return { par, destination };
}

interface Objet {
  souscription_id: number | null;
  paiement_id: number | null;
}

/** What is asked for, if it is theirs and there is such a document now. */
async function objetDe(
  tx: Transaction,
  client_id: number,
  path: PoliceDuClient,
  { document, police, paiement }: DemandeEnvoi,
): Promise<Objet> {
  if (document !== 'recu' && paiement !== undefined) throw champInvalide('paiement', 'champ_inconnu');
  if (document === 'recu') {
    if (police !== undefined) throw champInvalide('police', 'champ_inconnu');
    if (paiement === undefined) throw champInvalide('paiement', 'obligatoire');
    const { id } = await exigerPaiement(tx, client_id, paiement);
    return { souscription_id: null, paiement_id: id };
  }
  const one = police === undefined ? undefined : await policeDuClient(tx, client_id, police);
  if (document === 'releve') return { souscription_id: one?.souscription_id ?? null, paiement_id: null };
  const contrat = one ?? path;
  await exigerCouverture(tx, contrat, tx.caller.langue);
  return { souscription_id: contrat.souscription_id, paiement_id: null };
}

async function emailDe(tx: Transaction, client_id: number): Promise<string> {
  const [found] = await tx.query<{ email: string | null }>('select email from clients where id = $1', [client_id]);
  if (!found?.email) throw refuse('email_absent');
  return found.email;
}

/** One after the other for a client, so that none slips past the count. */
async function exigerPlace(tx: Transaction, client_id: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [`envois:${client_id}`]);
  const [sent] = await tx.query<{ nombre: number; attente: number }>(
    `select count(*)::int as nombre,
       greatest(1, ceil(extract(epoch from min(cree_le) + interval '1 hour' - clock_timestamp())))::int as attente
     from (select cree_le from envois where client_id = $1 and cree_le > clock_timestamp() - interval '1 hour'
           order by cree_le desc limit $2) recents`,
    [client_id, PAR_HEURE],
  );
  if (sent && sent.nombre >= PAR_HEURE) throw indisponible(429, 'trop_d_envois', { attente: sent.attente });
}
