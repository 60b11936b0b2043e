import { champInvalide, refuse } from '../../../core/errors.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { checkEffet } from '../souscriptions/rules.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import type { ModePaiement, TypePaiement } from './paiement.ts';

/** What somebody wants to pay: francs. Without `type` the souscription's state says what it is for. */
export interface Versement {
  montant: Francs;
  mode_paiement: ModePaiement;
  type?: Exclude<TypePaiement, 'correction'>;
  /** E.164. */
  telephone_payeur?: string;
  reference_operateur?: string;
  code_confirmation?: string;
  /** When cover begins, if the first payment; today unless later. */
  date_effet?: Jour;
}

export interface PaiementOuvert {
  id: number;
  numero: string;
  type: TypePaiement;
}

const payable = ['en_attente', 'activee', 'suspendue'];

/**
 * Takes note of a payment before any money moves: everything that could speak against it is said here, since what
 * has been charged must be accepted. The caller holds the souscription's row.
 * @throws 400 naming `montant`, `date_effet`; 409 beyond the cash ceiling, or when nothing can be paid
 */
export async function ouvrirPaiement(
  tx: Transaction,
  souscription: Souscription,
  versement: Versement,
): Promise<PaiementOuvert> {
  if (!payable.includes(souscription.statut)) throw refuse(`souscription_${souscription.statut}`);
  const type = typeOf(souscription, versement);
  const agent_id = await encaisseur(tx, souscription, versement);
  await check(tx, { ...souscription, agent_id } as Souscription, versement, type);
  if (versement.date_effet) await commencer(tx, souscription, versement.date_effet);
  const numero = await nextNumber(tx, 'paiements.numero', 'PAI-{YYYY}-{SEQ:6}');
  const [row] = await tx.query<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, telephone_payeur, reference_operateur, code_confirmation, agent_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      numero,
      souscription.id,
      type,
      versement.mode_paiement,
      versement.montant,
      versement.telephone_payeur ?? null,
      versement.reference_operateur ?? null,
      versement.code_confirmation ?? null,
      agent_id,
    ],
  );
  tx.changed('paiements');
  return { id: (row as { id: number }).id, numero, type };
}

/** Cash is in the hands of the agent who takes it; what the desk takes is the souscription's agent's to hand in. */
async function encaisseur(tx: Transaction, { agent_id }: Souscription, { mode_paiement }: Versement) {
  if (mode_paiement !== 'especes') return agent_id;
  const [own] = await tx.query<{ id: number }>('select id from agents where utilisateur_id = $1 order by id limit 1', [
    tx.caller.actor.id,
  ]);
  return own?.id ?? agent_id;
}

const typeOf = ({ statut }: Souscription, { type }: Versement): TypePaiement =>
  statut === 'en_attente' ? 'souscription_initiale' : !type || type === 'souscription_initiale' ? 'cotisation' : type;

async function check(tx: Transaction, souscription: Souscription, versement: Versement, type: TypePaiement) {
  const { montant, mode_paiement } = versement;
  if (type === 'souscription_initiale' && montant + souscription.paye < souscription.montant)
    throw champInvalide('montant', 'premiere_periode_entiere', { minimum: souscription.montant - souscription.paye });
  if (type === 'renouvellement') {
    const minimum = (await duEntier(tx, souscription.id)) + souscription.montant - souscription.paye;
    if (montant < minimum) throw champInvalide('montant', 'renouvellement_entier', { minimum });
  }
  // Past the end nothing but what is still owed is taken: more would cover nothing.
  if (type !== 'renouvellement' && souscription.expire_le && souscription.expire_le < aujourdhui()) {
    const reste = Math.max(0, (await duEntier(tx, souscription.id)) - souscription.paye);
    if (montant > reste) throw champInvalide('montant', 'contrat_expire', { reste });
  }
  if (mode_paiement === 'especes') await checkCash(tx, souscription, montant);
}

/** What all terms so far ask for together. */
export async function duEntier(tx: Pick<Transaction, 'query'>, souscription_id: number): Promise<Francs> {
  const [row] = await tx.query<{ du: Francs }>(
    'select coalesce(sum(montant * nombre), 0)::bigint as du from termes where souscription_id = $1',
    [souscription_id],
  );
  return row?.du ?? 0;
}

async function checkCash(tx: Transaction, { id, agent_id }: Souscription, montant: Francs): Promise<void> {
  const maximum = await valeurDe(tx, 'especes.plafond');
  const [taken] = await tx.query<{ somme: Francs }>(
    `select coalesce(sum(montant), 0)::bigint as somme from paiements
     where souscription_id = $1 and mode_paiement = 'especes' and statut = 'reussi'`,
    [id],
  );
  const somme = taken?.somme ?? 0;
  if (somme + montant > maximum) throw refuse('plafond_especes', { maximum, reste: Math.max(0, maximum - somme) });
  if (!agent_id) return;
  const days = await valeurDe(tx, 'reversement.jours');
  const [late] = await tx.query<{ retard: boolean }>(`select agent_en_retard($1, $2) as retard`, [agent_id, days]);
  if (late?.retard) throw refuse('agent_en_retard', { jours: days });
}

async function commencer(tx: Transaction, souscription: Souscription, jour: Jour): Promise<void> {
  if (souscription.statut !== 'en_attente') throw champInvalide('date_effet', 'effet_fixe');
  checkEffet(jour);
  await tx.query('update souscriptions set date_effet = $2 where id = $1', [souscription.id, jour]);
  souscription.date_effet = jour;
}
