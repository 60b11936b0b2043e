/** What a state means to who reads it: settled, waiting or under way, needs somebody, over. */
export type Tone = 'vert' | 'ocre' | 'rouge' | 'gris';

/** The fields whose choices say how something stands. */
export const standing: readonly string[] = ['statut', 'etat', 'tranche', 'resultat'];

/** Flags that are no good news when they are up. */
export const worries: Readonly<Record<string, Tone>> = {
  en_retard: 'rouge',
  a_revoir: 'rouge',
  avenant_demande: 'ocre',
  expire: 'rouge',
  remplace: 'gris',
};

/** Every state of every resource. A code means the same wherever it stands. */
export const tones: Readonly<Record<string, Tone>> = {
  // As it should be
  actif: 'vert',
  activee: 'vert',
  accepte: 'vert',
  accordee: 'vert',
  approuve: 'vert',
  gagnee: 'vert',
  termine: 'vert',
  terminee: 'vert',
  effectue: 'vert',
  en_ligne: 'vert',
  en_service: 'vert',
  paye: 'vert',
  payee: 'vert',
  receptionne: 'vert',
  resolu: 'vert',
  reussi: 'vert',
  reussie: 'vert',
  // Waiting, under way, soon
  a_approuver: 'ocre',
  a_enroler: 'ocre',
  approuvee: 'ocre',
  aujourd_hui: 'ocre',
  cette_semaine: 'ocre',
  consulte: 'ocre',
  envoye: 'ocre',
  creee: 'ocre',
  de_1_a_15: 'ocre',
  declare: 'ocre',
  demande: 'ocre',
  demandee: 'ocre',
  en_attente: 'ocre',
  en_cours: 'ocre',
  envoyee: 'ocre',
  etabli: 'ocre',
  initie: 'ocre',
  instruction: 'ocre',
  j_7: 'ocre',
  partielle: 'ocre',
  payable: 'ocre',
  programmee: 'ocre',
  sept_jours: 'ocre',
  suspendue: 'ocre',
  // Wrong, or too late
  de_16_a_30: 'rouge',
  echoue: 'rouge',
  echouee: 'rouge',
  en_retard: 'rouge',
  inconnue: 'rouge',
  j_1: 'rouge',
  muette: 'rouge',
  ouvert: 'rouge',
  plus_de_30: 'rouge',
  perdue: 'rouge',
  refuse: 'rouge',
  rejete: 'rouge',
  rejetee: 'rouge',
  resiliee: 'rouge',
  suspendu: 'rouge',
  // Over, or not yet
  a_faire: 'gris',
  a_venir: 'gris',
  sans_date: 'gris',
  annule: 'gris',
  annulee: 'gris',
  brouillon: 'gris',
  contrepasse: 'gris',
  expiree: 'gris',
  j_30: 'gris',
  parti: 'gris',
  passee: 'gris',
  plus_tard: 'gris',
  retiree: 'gris',
  revoquee: 'gris',
};

/** The class of a badge. What is no state has the house's own colour. */
export const toneOf = (field: string, code: unknown): string => {
  const tone = standing.includes(field) ? tones[String(code)] : undefined;
  return tone ? `g-choix g-ton-${tone}` : 'g-choix';
};
