import { type CodeMotif, type Motif, motif } from '../motifs.ts';

/**
 * What a code means for a request that came back without a transaction: `acceptee` (it is there), `ambigue` (ask),
 * or the reason why it was refused.
 */
type Sens = 'acceptee' | 'ambigue' | CodeMotif;

/** `response_code` and `result_code`; the set is open. */
const codes = new Map<string, Sens>([
  ['DP00800001000', 'ambigue'],
  ['DP00800001001', 'acceptee'],
  ['DP00800001002', 'pin_errone'],
  ['DP00800001003', 'plafond_atteint'],
  ['DP00800001004', 'montant_invalide'],
  ['DP00800001005', 'pin_absent'],
  ['DP00800001006', 'acceptee'],
  ['DP00800001007', 'solde_insuffisant'],
  ['DP00800001008', 'refusee_par_client'],
  ['DP00800001009', 'non_autorisee'],
  ['DP00800001010', 'beneficiaire_indisponible'],
  ['DP00800001024', 'ambigue'],
  ['DP00800001025', 'transaction_introuvable'],
  ['DP00800001026', 'acces_refuse'],
  ['DP00800001029', 'delai_depasse'],
  ['DP00900001017', 'acceptee'],
  ['ESB000041', 'acceptee'],
  ['ROUTER001', 'payeur_introuvable'],
  ['ROUTER006', 'configuration'],
  ['ROUTER115', 'pin_errone'],
  ['ROUTER116', 'pin_errone'],
  ['ROUTER117', 'ambigue'],
  ['ROUTER119', 'configuration'],
  ['ESB000004', 'transaction_introuvable'],
  ['ESB000008', 'demande_invalide'],
]);

/** Codes of a failed transaction that leave a request without a transaction open. */
const finalOnly = new Map<string, CodeMotif>([['DP00800001024', 'delai_depasse']]);

export const sens = (code: string): Sens | undefined => codes.get(code);

/** The first of an answer's codes that means something; `brut` keeps the most telling of them. */
export function motifAirtel(found: readonly string[], otherwise: CodeMotif = 'autre'): Motif {
  for (const code of found) {
    const means = finalOnly.get(code) ?? codes.get(code);
    if (means && means !== 'acceptee' && means !== 'ambigue') return motif(means, code);
  }
  return motif(otherwise, found.find(Boolean) ?? '');
}
