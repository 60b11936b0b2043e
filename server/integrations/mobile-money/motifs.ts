/** Why a payment was not made, in our words, and whether the same customer trying again can help. */
const reessayables = {
  solde_insuffisant: true,
  plafond_atteint: true,
  solde_ou_plafond: true,
  refusee_par_client: true,
  non_validee: true,
  delai_depasse: true,
  annulee: true,
  pin_errone: true,
  pin_absent: true,
  operateur_indisponible: true,
  traitement_impossible: true,
  transaction_introuvable: true,
  doublon: true,
  autre: true,
  montant_invalide: false,
  numero_invalide: false,
  payeur_introuvable: false,
  compte_inactif: false,
  non_autorisee: false,
  beneficiaire_indisponible: false,
  demande_invalide: false,
  configuration: false,
  acces_refuse: false,
  remboursee: false,
} as const satisfies Record<string, boolean>;

export type CodeMotif = keyof typeof reessayables;

export const codesMotif = Object.keys(reessayables) as CodeMotif[];

/** Why a payment was not made. `brut` is the operator's own code, for staff only. */
export interface Motif {
  code: CodeMotif;
  brut: string;
  reessayable: boolean;
}

const BRUT_MAX = 120;

/** @param brut the operator's code, empty if it gave none */
export const motif = (code: CodeMotif, brut: string): Motif => ({
  code,
  brut: brut.slice(0, BRUT_MAX),
  reessayable: reessayables[code],
});
