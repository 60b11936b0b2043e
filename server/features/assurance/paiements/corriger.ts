import { champInvalide, refuse } from '../../../core/errors.ts';
import type { Francs } from '../../../core/money.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { teneurDe } from '../reversements/detention.ts';
import { suivre } from './confirmer.ts';
import type { Paiement } from './paiement.ts';

/**
 * Puts a payment right by another row, which counts at once; the payment itself stays as it was. Answers its number.
 * @param montant francs that are added, or taken off when negative
 * @throws 400 naming `montant` when more would be taken off than was paid; 409 when cover would be left without payment
 */
export async function corriger(tx: Transaction, paiement: Paiement, montant: Francs): Promise<string> {
  if (montant === 0) throw champInvalide('montant', 'correction_nulle');
  const sold = await prendre(tx, paiement.souscription_id);
  const reste = paiement.montant + (await dejaCorrige(tx, paiement));
  if (reste + montant < 0) throw champInvalide('montant', 'correction_trop_grande', { reste });
  if (sold.paye + montant < 0) throw champInvalide('montant', 'correction_trop_grande', { reste: sold.paye });
  if (sold.paye + montant === 0 && ['activee', 'suspendue'].includes(sold.statut)) throw refuse('correction_art_13');
  if (montant > 0 && paiement.mode_paiement === 'especes') await checkCeiling(tx, paiement, montant);

  const numero = await nextNumber(tx, 'paiements.numero', 'PAI-{YYYY}-{SEQ:6}');
  const [made] = await tx.query<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, agent_id, corrige_id, paye_le)
     values ($1, $2, 'correction', $3, $4, 'reussi', $5, $6, instant_metier()) returning id`,
    [
      numero,
      paiement.souscription_id,
      paiement.mode_paiement,
      montant,
      await teneurDe(tx, paiement, montant),
      paiement.id,
    ],
  );
  for (const table of ['paiements', 'souscriptions', 'agents']) tx.changed(table);
  // What was missing of a first premium may have come in with it: the money is there, and so is the cover.
  if (montant > 0) await suivre(tx, (made as { id: number }).id, paiement.souscription_id, 'correction');
  return numero;
}

async function prendre(tx: Transaction, id: number) {
  const [sold] = await tx.query<{ paye: Francs; statut: string }>(
    'select paye, statut from souscriptions where id = $1 for update',
    [id],
  );
  return sold as { paye: Francs; statut: string };
}

async function dejaCorrige(tx: Transaction, { id }: Paiement): Promise<Francs> {
  const [row] = await tx.query<{ somme: Francs }>(
    'select coalesce(sum(montant), 0)::bigint as somme from paiements where corrige_id = $1',
    [id],
  );
  return row?.somme ?? 0;
}

/** Code CIMA art. 541: a correction is no way around the ceiling. */
async function checkCeiling(tx: Transaction, { souscription_id }: Paiement, montant: Francs): Promise<void> {
  const maximum = await valeurDe(tx, 'especes.plafond');
  const [row] = await tx.query<{ somme: Francs }>(
    `select coalesce(sum(montant), 0)::bigint as somme from paiements
     where souscription_id = $1 and mode_paiement = 'especes' and statut = 'reussi'`,
    [souscription_id],
  );
  const somme = row?.somme ?? 0;
  if (somme + montant > maximum) throw refuse('plafond_especes', { maximum, reste: Math.max(0, maximum - somme) });
}
