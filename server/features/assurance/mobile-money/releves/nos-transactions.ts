import type { Transaction } from '../../../../core/records/transaction.ts';
import type { LigneReleve } from '../../../../integrations/mobile-money/releve.ts';
import type { Notre } from './rapprocher.ts';
import type { Releve } from './releve.ts';

/**
 * Our attempts that a statement may speak of: those that it names, and those that were booked on its days and that no
 * earlier statement has confirmed. An attempt that pays a whole period names it: a second payment of it is one too many.
 */
export function nosTransactions(
  tx: Transaction,
  { id, operateur, du, au }: Releve,
  lignes: readonly LigneReleve[],
): Promise<Notre[]> {
  const told = (field: 'reference' | 'externe' | 'transaction_id') =>
    lignes.map((ligne) => ligne[field]).filter(Boolean);
  return tx.query<Notre>(
    `select t.id as tentative_id, t.paiement_id, t.souscription_id, t.operateur, t.reference, t.externe, t.transaction_id,
       case when t.montant >= s.montant then t.souscription_id || ' ' || coalesce(t.couvert_avant::text, 'debut') end as echeance,
       t.montant, t.devise, t.etat = 'reussie' as payee, jour_metier(coalesce(t.fini_le, t.cree_le))::text as jour
     from tentatives t join souscriptions s on s.id = t.souscription_id
     where t.operateur = $1 and (
       t.reference = any($2) or t.externe = any($3) or t.transaction_id = any($4)
       or (t.etat = 'reussie' and jour_metier(t.fini_le) between $5 and $6 and not exists (
         select from lignes_releve l where l.tentative_id = t.id and l.classe in ('concordante', 'ecart') and l.releve_id <> $7)))
     order by t.id`,
    [operateur, told('reference'), told('externe'), told('transaction_id'), du, au, id],
  );
}
