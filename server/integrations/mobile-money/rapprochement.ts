import type { Operateur } from './mobile-money.ts';
import type { LigneReleve } from './releve.ts';
import { externalId } from './text.ts';

/** One of our attempts, as our books have it. */
export interface NotreTransaction {
  operateur: Operateur;
  reference: string;
  externe: string;
  /** The operator's number, where it told us. */
  transaction_id: string | null;
  /** What it pays, if one thing only: two payments of it are one too many. */
  echeance: string | null;
  montant: number;
  devise: string;
  /** Whether our books say that it is paid. */
  payee: boolean;
  /** ISO day on which we booked it. */
  jour: string;
}

/**
 * `concordante`: both say the same. `ecart`: another amount or currency. `nous_seuls`: paid in our books alone.
 * `operateur_seul`: paid at the operator; in our books it is not, or not known. `doublon`: a second payment of one échéance,
 * or the same line again.
 */
export const classes = ['concordante', 'ecart', 'nous_seuls', 'operateur_seul', 'doublon'] as const;
export type Classe = (typeof classes)[number];

interface Cas {
  classe: Classe;
  ligne: LigneReleve | null;
  transaction: NotreTransaction | null;
}

/** What both sides say was paid by one operator on one day in one currency. */
interface Total {
  operateur: Operateur;
  jour: string;
  devise: string;
  operateur_montant: number;
  nous_montant: number;
  /** How many cases of each class have their money here. */
  nombre: Record<Classe, number>;
}

interface Rapprochement {
  cas: Cas[];
  totaux: Total[];
  /** Cases that a person or a new question to the operator must settle. */
  a_resoudre: number;
}

/**
 * Compares an operator's statement with our books. Every line under which money was taken is in one case, and so is every
 * transaction that is paid in our books or named by such a line. It changes nothing: what it finds is settled elsewhere.
 */
export function rapprocher(lignes: readonly LigneReleve[], transactions: readonly NotreTransaction[]): Rapprochement {
  const find = finder(transactions);
  const named = new Set<NotreTransaction>();
  const taken = new Set<string>();
  const cas: Cas[] = [];

  const paid = lignes.filter(({ payee }) => payee);
  // What our books have as paid comes first, so that of two payments of one échéance the unknown one is the double.
  const known = (ligne: LigneReleve) => Number(!find(ligne)?.payee);
  for (const ligne of paid.toSorted((a, b) => known(a) - known(b) || order(a, b))) {
    const transaction = find(ligne);
    const again = transaction !== undefined && named.has(transaction);
    const keys = [
      `${ligne.operateur} ligne ${ligne.transaction_id}`,
      ...(transaction?.echeance ? [`echeance ${transaction.echeance}`] : []),
    ];
    const twice = keys.some((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    if (transaction) named.add(transaction);
    cas.push({
      classe: again || twice ? 'doublon' : classOf(ligne, transaction),
      ligne,
      transaction: again ? null : (transaction ?? null),
    });
  }
  for (const transaction of transactions) {
    if (transaction.payee && !named.has(transaction)) cas.push({ classe: 'nous_seuls', ligne: null, transaction });
  }
  return { cas, totaux: totals(cas), a_resoudre: cas.filter(({ classe }) => classe !== 'concordante').length };
}

function classOf(ligne: LigneReleve, transaction: NotreTransaction | undefined): Classe {
  if (!transaction?.payee) return 'operateur_seul';
  return ligne.montant === transaction.montant && ligne.devise === transaction.devise ? 'concordante' : 'ecart';
}

/** Finds our transaction by the operator's number, our reference or our number, in this order. */
function finder(transactions: readonly NotreTransaction[]) {
  const index = new Map<string, NotreTransaction>();
  const put = (kind: string, operateur: Operateur, id: string | null, transaction: NotreTransaction) => {
    const key = `${operateur} ${kind} ${id}`;
    // Attempts at one payment share its number: the paid one is meant.
    if (id && !(index.get(key)?.payee ?? false)) index.set(key, transaction);
  };
  for (const each of transactions) {
    put('transaction', each.operateur, each.transaction_id, each);
    put('reference', each.operateur, each.reference, each);
    put('externe', each.operateur, externalId(each.externe), each);
  }
  return ({ operateur, transaction_id, reference, externe }: LigneReleve) =>
    index.get(`${operateur} transaction ${transaction_id}`) ??
    (reference ? index.get(`${operateur} reference ${reference}`) : undefined) ??
    (externe ? index.get(`${operateur} externe ${externe}`) : undefined);
}

const order = (a: LigneReleve, b: LigneReleve) =>
  a.jour.localeCompare(b.jour) || a.transaction_id.localeCompare(b.transaction_id) || a.numero - b.numero;

function totals(cas: readonly Cas[]): Total[] {
  const byKey = new Map<string, Total>();
  const total = (operateur: Operateur, jour: string, devise: string): Total => {
    const key = [jour, operateur, devise].join(' ');
    const nombre = Object.fromEntries(classes.map((classe) => [classe, 0])) as Record<Classe, number>;
    const made = byKey.get(key) ?? { operateur, jour, devise, operateur_montant: 0, nous_montant: 0, nombre };
    byKey.set(key, made);
    return made;
  };
  for (const { classe, ligne, transaction } of cas) {
    const counted = ligne ?? transaction;
    if (!counted) continue;
    // A payment around midnight counts on the operator's day on both sides.
    const { jour, operateur } = counted;
    total(operateur, jour, counted.devise).nombre[classe]++;
    if (ligne) total(operateur, jour, ligne.devise).operateur_montant += ligne.montant;
    if (transaction?.payee) total(operateur, jour, transaction.devise).nous_montant += transaction.montant;
  }
  return [...byKey.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, each]) => each);
}
