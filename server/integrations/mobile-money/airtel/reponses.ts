import { detailOf, type Reply } from '../http.ts';
import type { Envoi, Etat } from '../mobile-money.ts';
import { motif } from '../motifs.ts';
import { objectIn, textIn } from '../reading.ts';
import { motifAirtel, sens } from './motifs.ts';

/** What all of Airtel's answers share. */
function parts(body: unknown) {
  const answer = objectIn(body);
  const status = objectIn(answer.status);
  const transaction = objectIn(objectIn(answer.data).transaction);
  return {
    transaction,
    state: textIn(transaction.status),
    success: status.success,
    codes: [textIn(status.response_code), textIn(status.result_code)].filter(Boolean),
  };
}

const ARRIVED = new Set(['SUCCESS', 'IN_PROGRESS', 'TS', 'TIP', 'TI']);
const ARRIVED_OR_NOT = new Set(['TA', 'AMBIGUOUS']);

/** What an answer to a request to pay says: the transaction's status first, then the codes. */
export function readEnvoi(reply: Reply): Envoi {
  if (!reply.arrived) {
    if (reply.denied) return { issue: 'refusee', motif: motif('acces_refuse', reply.detail) };
    return { issue: 'inconnue', detail: reply.detail };
  }
  const { status } = reply;
  const { state, success, codes } = parts(reply.body);
  const detail = detailOf(reply, [state, ...codes].join(' ').trim());
  const means = codes.map(sens);
  const duplicate = codes.some((code) => code === 'ESB000041' || code === 'DP00900001017');

  if (status === 409 || duplicate) return { issue: 'acceptee' };
  if (status === 401 || status === 403) return { issue: 'refusee', motif: motif('acces_refuse', detail) };
  if (status === 200 && ARRIVED.has(state)) return { issue: 'acceptee' };
  if (ARRIVED_OR_NOT.has(state) || means.includes('ambigue')) return { issue: 'inconnue', detail };
  const refusal = motifAirtel(codes);
  if (status === 200 && means.includes('acceptee')) return { issue: 'acceptee' };
  if (status === 200 && success === true && !state) return { issue: 'acceptee' };
  if (status === 200 && success === false) return { issue: 'refusee', motif: refusal };
  if (status === 400) return { issue: 'refusee', motif: motifAirtel(codes, 'demande_invalide') };
  if (status >= 400 && refusal.code !== 'autre') return { issue: 'refusee', motif: refusal };
  return { issue: 'inconnue', detail };
}

/**
 * What an answer to the question for a status says. `success` and the codes contradict the transaction's status in
 * Airtel's own examples: the status decides.
 */
export function readEtat(reply: Reply, reference: string): Etat {
  if (!reply.arrived) return { etat: 'inconnu', detail: reply.detail };
  const { transaction, state, codes } = parts(reply.body);
  const detail = detailOf(reply, [state, ...codes].join(' ').trim());
  const unknown: Etat = { etat: 'inconnu', detail };
  const missing = codes.some((code) => sens(code) === 'transaction_introuvable');
  if (!state && missing && [200, 400, 404].includes(reply.status)) return { etat: 'introuvable' };
  if (reply.status !== 200) return unknown;
  const id = textIn(transaction.id);
  if (id && id !== reference) return unknown;
  return etatIn(transaction, codes) ?? unknown;
}

/** The state in a transaction, as the enquiry (`status`) and the callback (`status_code`) carry it. */
export function etatIn(transaction: Record<string, unknown>, codes: readonly string[] = []): Etat | undefined {
  const state = textIn(transaction.status) || textIn(transaction.status_code);
  switch (state) {
    case 'TS':
      return {
        etat: 'reussie',
        transaction_id: textIn(transaction.airtel_money_id) || null,
        montant: null,
        devise: null,
        externe: null,
      };
    case 'TF':
      return { etat: 'echouee', motif: motifAirtel(codes) };
    case 'TE':
      return { etat: 'echouee', motif: motif('delai_depasse', state) };
    case 'TR':
      return { etat: 'echouee', motif: motif('remboursee', state) };
    case 'TIP':
    case 'TI':
      return { etat: 'en_cours' };
    default:
      return undefined;
  }
}
