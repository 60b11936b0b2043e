import { refuse } from '../../../core/errors.ts';
import { aujourdhui } from '../../../core/jours.ts';
import { snapshot } from '../../../core/records/differences.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { keep } from '../../../core/records/write.ts';
import { resourceOf } from '../../../core/resource.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import type { Devis } from './devis.ts';
import { mayBecome } from './etats.ts';

export interface Reponse {
  verbe: 'accepter' | 'refuser';
  /** Who answers, as they call themselves. */
  par: string;
  motif?: string | null;
}

/**
 * The client's answer, by the private link or told to somebody here; the row is held by this transaction and saved by
 * whoever called. The last version alone is answered, and only while it is valid. Accepted, it wins its opportunité.
 * @throws 409 with the reason
 */
export async function repondre(tx: Transaction, devis: Devis, { verbe, par, motif = null }: Reponse): Promise<void> {
  const possible = mayBecome(devis.statut, verbe);
  if (possible !== true) throw refuse(possible);
  await exigerDerniere(tx, devis);
  if (verbe === 'accepter' && devis.valide_jusqu_au < aujourdhui()) throw refuse('devis_expire');
  devis.devenir(verbe);
  devis.repondu_le = new Date();
  devis.repondu_par = par;
  devis.motif_refus = verbe === 'refuser' ? motif : null;
  if (verbe === 'accepter') await gagner(tx, devis);
}

/** @throws 409 when a later version exists */
export async function exigerDerniere({ query }: Transaction, { id }: Devis): Promise<void> {
  const [later] = await query('select from devis where precedent_id = $1', [id]);
  if (later) throw refuse('devis_remplace');
}

/** One devis wins an opportunité. What was accepted is what it was worth; one that was given up is won after all. */
async function gagner(tx: Transaction, { id, opportunite_id, montant }: Devis): Promise<void> {
  await tx.query('select from opportunites where id = $1 for update', [opportunite_id]);
  const [other] = await tx.query(`select from devis where opportunite_id = $1 and statut = 'accepte' and id <> $2`, [
    opportunite_id,
    id,
  ]);
  if (other) throw refuse('devis_autre_accepte');
  const opportunite = await tx.em.findOneByOrFail(Opportunite, { id: opportunite_id });
  if (opportunite.statut === 'gagnee') return;
  const opportunites = resourceOf(Opportunite);
  const before = snapshot(opportunites, opportunite);
  opportunite.gagner(montant);
  await keep(tx, opportunites, opportunite, before, 'avancer-etape');
}
