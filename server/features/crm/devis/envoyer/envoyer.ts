import { randomUUID } from 'node:crypto';
import { refuse } from '../../../../core/errors.ts';
import { aujourdhui, type Jour, plusJours } from '../../../../core/jours.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { valeurDe } from '../../../parametres/catalogue.ts';
import type { Devis } from '../devis.ts';
import { exigerDerniere } from '../repondre.ts';

interface Demande {
  /** The client's address unless given. */
  destinataire?: string | undefined;
  message?: string | undefined;
}

interface Envoi {
  destinataire: string;
  /** The last day on which the link opens. */
  lien_jusqu_au: Jour;
}

/**
 * Has a devis sent once this transaction has succeeded; its earlier links end with it.
 * @throws 409 for one that is replaced, no longer valid, or has nowhere to go
 */
export async function envoyerDevis(
  tx: Transaction,
  devis: Devis,
  demande: Demande,
): Promise<Envoi & Record<string, unknown>> {
  await exigerDerniere(tx, devis);
  const today = aujourdhui();
  if (devis.valide_jusqu_au < today) throw refuse('devis_expire');
  const destinataire = demande.destinataire ?? (await emailDe(tx, devis));
  const most = plusJours(today, await valeurDe(tx, 'devis.lien_jours'));
  const [lien_jusqu_au] = [most, devis.valide_jusqu_au].sort() as [Jour, Jour];
  await tx.query('update liens_devis set revoque_le = now() where devis_id = $1 and revoque_le is null', [devis.id]);
  const id = randomUUID();
  await tx.query(
    `insert into liens_devis (id, devis_id, destinataire, message, langue, envoye_par_id, expire_le)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, devis.id, destinataire, demande.message ?? null, tx.caller.langue, tx.caller.actor.id, lien_jusqu_au],
  );
  await tx.job('envoyer-devis', { id }, { key: `devis:${id}` });
  devis.devenir('envoyer');
  devis.envoye_le = new Date();
  return { destinataire, lien_jusqu_au };
}

async function emailDe(tx: Transaction, { client_id }: Devis): Promise<string> {
  const [found] = await tx.query<{ email: string | null }>('select email from clients where id = $1', [client_id]);
  if (!found?.email) throw refuse('devis_sans_email');
  return found.email;
}
