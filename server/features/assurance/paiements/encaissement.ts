import type { ActionResult } from '../../../core/action.ts';
import { champInvalide, refuse } from '../../../core/errors.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { nextNumber, reserveNumbers } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { termeDepuis } from '../echeancier.ts';
import type { Souscription } from '../souscriptions/souscription.ts';

/** Art. 541 of the code CIMA: an agent takes at most so much in cash for one police, all payments together. */
const CASH_MAX: Francs = 1_000_000;

interface Encaissement {
  montant: Francs;
  mode_paiement: 'especes' | 'carte' | 'virement' | 'cheque';
  reference_operateur?: string;
  /** When cover begins, if the first payment; today unless later. */
  date_effet?: Jour;
}

/**
 * Records a payment that has been received. The first one, of a whole period at least, opens the cover: its term,
 * its police and its activation happen here and nowhere else (art. 13).
 * @throws 400, 409 beyond the cash ceiling
 */
export async function encaisser(
  tx: Transaction,
  souscription: Souscription,
  paiement: Encaissement,
): Promise<ActionResult> {
  const first = souscription.statut === 'en_attente';
  if (first && paiement.montant < souscription.montant) {
    throw champInvalide('montant', 'premiere_periode_entiere', { minimum: souscription.montant });
  }
  if (paiement.mode_paiement === 'especes') await takeCash(tx, souscription, paiement.montant);
  const numero = await nextNumber(tx, 'paiements.numero', 'PAI-{YYYY}-{SEQ:6}');
  await tx.query(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, reference_operateur, agent_id)
     values ($1, $2, $3, $4, $5, 'reussi', now(), $6, $7)`,
    [
      numero,
      souscription.id,
      first ? 'souscription_initiale' : 'cotisation',
      paiement.mode_paiement,
      paiement.montant,
      paiement.reference_operateur ?? null,
      souscription.agent_id,
    ],
  );
  if (first) await ouvrir(tx, souscription, paiement.date_effet);
  await reload(tx, souscription);
  for (const table of ['paiements', 'contrats', 'cotisations']) tx.changed(table);
  return { paiement: numero };
}

async function takeCash(tx: Transaction, { id, agent_id }: Souscription, montant: Francs): Promise<void> {
  const [taken] = await tx.query<{ somme: Francs }>(
    `select coalesce(sum(montant), 0)::bigint as somme from paiements
     where souscription_id = $1 and mode_paiement = 'especes' and statut = 'reussi'`,
    [id],
  );
  if ((taken?.somme ?? 0) + montant > CASH_MAX)
    throw refuse('plafond_especes', { maximum: CASH_MAX, reste: CASH_MAX - (taken?.somme ?? 0) });
  if (!agent_id) return;
  await tx.query('update agents set solde = solde + $2, revision = revision + 1 where id = $1', [agent_id, montant]);
  tx.changed('agents');
}

async function ouvrir(tx: Transaction, souscription: Souscription, asked: Jour | undefined): Promise<void> {
  const today = aujourdhui();
  if (asked && asked < today) throw champInvalide('date_effet', 'effet_passe');
  const { termes, periodicite, montant, id } = souscription;
  const terme = termeDepuis(asked ?? today, termes, periodicite);
  const year = terme.date_effet.slice(0, 4);
  const quittance = await reserveNumbers(tx, `quittances:${year}`, terme.nombre);
  await tx.query(
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
     values ($1, 0, $2, $3, $4, $5, $6, 0, $7)`,
    [id, terme.date_effet, terme.date_expiration, montant, terme.mois, terme.nombre, quittance],
  );
  const police = await nextNumber(tx, 'numeros_police', termes.modele_police, { BRANCHE: termes.branche });
  await tx.query(
    `insert into numeros_police (numero, souscription_id, mode_attribution) select $1, $2, 'automatique'
     where not exists (select from numeros_police where souscription_id = $2)`,
    [police, id],
  );
  souscription.statut = 'activee';
}

/** The trigger keeps the balance: the entity must not write an older one back. */
async function reload(tx: Transaction, souscription: Souscription): Promise<void> {
  const [row] = await tx.query<Pick<Souscription, 'paye' | 'couvert_jusqu_au'>>(
    'select paye, couvert_jusqu_au from souscriptions where id = $1',
    [souscription.id],
  );
  Object.assign(souscription, row);
}
