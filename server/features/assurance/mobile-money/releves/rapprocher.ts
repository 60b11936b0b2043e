import type { Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { snapshot } from '../../../../core/records/differences.ts';
import { type Transaction, transact } from '../../../../core/records/transaction.ts';
import { keep, take } from '../../../../core/records/write.ts';
import { resourceOf } from '../../../../core/resource.ts';
import { type NotreTransaction, rapprocher } from '../../../../integrations/mobile-money/rapprochement.ts';
import type { LigneReleve } from '../../../../integrations/mobile-money/releve.ts';
import { caissesPosees } from '../caisses.ts';
import { clore, constater } from '../ecarts/signaler.ts';
import { relancer } from '../relancer.ts';
import { lignesDe } from './lignes.ts';
import { nosTransactions } from './nos-transactions.ts';
import { Releve } from './releve.ts';

type Cas = ReturnType<typeof rapprocher>['cas'][number];
export type Notre = NotreTransaction & { tentative_id: number; paiement_id: number; souscription_id: number };

/** Compares a stored statement with our books, once it is there. Doing it again changes only what has moved since. */
export async function lireReleve(database: Database, caller: Caller, empreinte: string): Promise<void> {
  await transact(database, caller, async (tx) => {
    const [found] = await tx.query<{ id: number }>('select id from releves where empreinte = $1', [empreinte]);
    if (!found) return;
    const releves = resourceOf(Releve);
    const releve = (await take(tx, releves, found.id)) as Releve;
    const before = snapshot(releves, releve);
    await comparer(tx, releve);
    await keep(tx, releves, releve, before, 'rapprocher');
  });
}

/** Sorts the lines into the five classes, tells of what differs, and has the operator asked about what we do not have. */
export async function comparer(tx: Transaction, releve: Releve): Promise<void> {
  const { lignes, illisibles } = lignesDe(releve);
  const { cas, totaux, a_resoudre } = rapprocher(lignes, await nosTransactions(tx, releve, lignes));
  for (const each of cas) {
    if (each.ligne) await garderLigne(tx, releve, each as Cas & { ligne: LigneReleve });
    const tentative_id = (each.transaction as Notre | null)?.tentative_id;
    if (each.classe !== 'concordante') await constaterCas(tx, releve, each);
    else if (tentative_id) await clore(tx, tentative_id, ['nous_seuls'], `Trouvé dans le relevé n° ${releve.id}.`);
    if (each.classe === 'operateur_seul' && tentative_id) await verifier(tx, tentative_id);
  }
  Object.assign(releve, {
    totaux,
    montant_operateur: totaux.reduce((sum, { operateur_montant }) => sum + operateur_montant, 0),
    montant_nous: totaux.reduce((sum, { nous_montant }) => sum + nous_montant, 0),
    a_resoudre: a_resoudre + illisibles,
    rapproche_le: new Date(),
  });
  tx.changed('lignes_releve');
}

/** The file says that money was taken, the operator's own answer decides. */
const verifier = (tx: Transaction, tentative_id: number) =>
  relancer(tx, tentative_id, caissesPosees(tx)?.horloge.now() ?? Date.now());

async function garderLigne(
  tx: Transaction,
  { id }: Releve,
  { classe, ligne, transaction }: Cas & { ligne: LigneReleve },
) {
  const ours = transaction as Notre | null;
  await tx.query(
    `insert into lignes_releve (releve_id, numero, operateur, jour, transaction_id, externe, reference, montant, devise,
       classe, tentative_id, souscription_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (releve_id, numero) do update
       set classe = excluded.classe, tentative_id = excluded.tentative_id, souscription_id = excluded.souscription_id,
         revision = lignes_releve.revision + 1, modifie_le = now()
       where (lignes_releve.classe, lignes_releve.tentative_id) is distinct from (excluded.classe, excluded.tentative_id)`,
    [
      id,
      ligne.numero,
      ligne.operateur,
      ligne.jour,
      ligne.transaction_id,
      ligne.externe || null,
      ligne.reference || null,
      ligne.montant,
      ligne.devise,
      classe,
      ours?.tentative_id ?? null,
      ours?.souscription_id ?? null,
    ],
  );
}

async function constaterCas(tx: Transaction, releve: Releve, { classe, ligne, transaction }: Cas): Promise<void> {
  if (classe === 'concordante') return;
  const ours = transaction as Notre | null;
  const what = ligne ? `${ligne.operateur}/${ligne.transaction_id}` : ours?.reference;
  await constater(tx, {
    cle: `${classe}/${what}${classe === 'doublon' ? `/${releve.id}-${ligne?.numero}` : ''}`,
    classe,
    operateur: releve.operateur,
    tentative_id: ours?.tentative_id ?? null,
    paiement_id: ours?.paiement_id ?? null,
    souscription_id: ours?.souscription_id ?? null,
    releve_id: releve.id,
    ligne: ligne?.numero ?? null,
    jour: ligne?.jour ?? (ours as Notre).jour,
    transaction_id: ligne?.transaction_id ?? ours?.transaction_id ?? null,
    montant_attendu: ours?.montant ?? null,
    montant_constate: ligne?.montant ?? null,
    devise: ligne?.devise ?? ours?.devise ?? null,
  });
}
