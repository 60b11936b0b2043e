import { detailOf, type Reply } from '../http.ts';
import type { Envoi, Etat } from '../mobile-money.ts';
import { motif } from '../motifs.ts';
import { amountIn, objectIn, textIn } from '../reading.ts';
import { isDefinite, motifMtn } from './motifs.ts';

/** What an answer to a request to pay says. Whatever is not certain is `inconnue`. */
export function readEnvoi(reply: Reply): Envoi {
  if (!reply.arrived) {
    if (reply.denied) return { issue: 'refusee', motif: motif('acces_refuse', reply.detail) };
    return { issue: 'inconnue', detail: reply.detail };
  }
  const { status } = reply;
  const code = textIn(objectIn(reply.body).code);
  // An earlier sending of the same reference has arrived.
  if (status === 202 || status === 409 || code === 'RESOURCE_ALREADY_EXIST') return { issue: 'acceptee' };
  if (status === 400) return { issue: 'refusee', motif: motifMtn(code || 'HTTP 400', 'demande_invalide') };
  if (status === 401 || status === 403)
    return { issue: 'refusee', motif: motif('acces_refuse', detailOf(reply, code)) };
  if (status >= 400 && isDefinite(code)) return { issue: 'refusee', motif: motifMtn(code) };
  return { issue: 'inconnue', detail: detailOf(reply, code) };
}

/** What an answer to the question for a status says. */
export function readEtat(reply: Reply): Etat {
  if (!reply.arrived) return { etat: 'inconnu', detail: reply.detail };
  const answer = objectIn(reply.body);
  const code = textIn(answer.code);
  if (reply.status === 404 && (code === 'RESOURCE_NOT_FOUND' || code === 'TRANSACTION_NOT_FOUND')) {
    return { etat: 'introuvable' };
  }
  if (reply.status !== 200) return { etat: 'inconnu', detail: detailOf(reply, code) };
  return etatIn(answer) ?? { etat: 'inconnu', detail: detailOf(reply, textIn(answer.status)) };
}

/** The state in a payment's own object, as the status and the callback carry it; undefined if it tells none. */
export function etatIn(payment: Record<string, unknown>): Etat | undefined {
  switch (textIn(payment.status)) {
    case 'PENDING':
      return { etat: 'en_cours' };
    case 'FAILED':
      return { etat: 'echouee', motif: motifMtn(payment.reason) };
    case 'SUCCESSFUL': {
      const montant = amountIn(payment.amount);
      if (montant === undefined) return undefined;
      return {
        etat: 'reussie',
        transaction_id: textIn(payment.financialTransactionId) || null,
        montant,
        devise: textIn(payment.currency),
        externe: textIn(payment.externalId),
      };
    }
    default:
      return undefined;
  }
}
