import { type CodeMotif, type Motif, motif } from '../motifs.ts';
import { objectIn, textIn } from '../reading.ts';

/** MTN's reasons, as they stand in a FAILED status or an error; the set is open. */
const codes = new Map<string, CodeMotif>([
  ['NOT_ENOUGH_FUNDS', 'solde_insuffisant'],
  ['LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED', 'solde_ou_plafond'],
  ['PAYER_LIMIT_REACHED', 'plafond_atteint'],
  ['APPROVAL_REJECTED', 'refusee_par_client'],
  ['PAYMENT_NOT_APPROVED', 'non_validee'],
  ['EXPIRED', 'delai_depasse'],
  ['COULD_NOT_PERFORM_TRANSACTION', 'delai_depasse'],
  ['TRANSACTION_CANCELED', 'annulee'],
  ['PAYER_NOT_FOUND', 'payeur_introuvable'],
  ['SENDER_ACCOUNT_NOT_ACTIVE', 'compte_inactif'],
  ['NOT_ALLOWED', 'non_autorisee'],
  ['PAYEE_NOT_FOUND', 'beneficiaire_indisponible'],
  ['PAYEE_LIMIT_REACHED', 'beneficiaire_indisponible'],
  ['PAYEE_NOT_ALLOWED_TO_RECEIVE', 'beneficiaire_indisponible'],
  ['SERVICE_UNAVAILABLE', 'operateur_indisponible'],
  ['INTERNAL_PROCESSING_ERROR', 'traitement_impossible'],
  ['TRANSACTION_NOT_FOUND', 'transaction_introuvable'],
  ['RESOURCE_NOT_FOUND', 'transaction_introuvable'],
  ['RESOURCE_ALREADY_EXIST', 'doublon'],
  ['VALIDATION_ERROR', 'demande_invalide'],
  ['NOT_ALLOWED_TARGET_ENVIRONMENT', 'configuration'],
  ['INVALID_CALLBACK_URL_HOST', 'configuration'],
  ['INVALID_CURRENCY', 'configuration'],
]);

/** Errors of a request that say for certain that nothing was taken and nothing will be. */
const definite = new Set([
  'NOT_ALLOWED',
  'NOT_ALLOWED_TARGET_ENVIRONMENT',
  'INVALID_CALLBACK_URL_HOST',
  'INVALID_CURRENCY',
  'PAYER_NOT_FOUND',
  'PAYEE_NOT_ALLOWED_TO_RECEIVE',
]);

export const isDefinite = (code: string): boolean => definite.has(code);

/** @param reason a code, or `{code, message}` as older answers have it, or nothing */
export function motifMtn(reason: unknown, otherwise: CodeMotif = 'autre'): Motif {
  const brut = textIn(reason) || textIn(objectIn(reason).code) || textIn(objectIn(reason).message);
  return motif(codes.get(brut) ?? otherwise, brut);
}
