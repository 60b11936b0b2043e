import type { Langue } from '../../core/messages/messages.ts';

/** What a code is asked for, as its SMS says it: « Votre code pour … », “Your code to …”. */
export const buts = {
  connexion: { fr: 'vous connecter', en: 'sign in' },
  beneficiaire: { fr: 'modifier vos bénéficiaires', en: 'change your beneficiaries' },
  sinistre: { fr: 'déclarer un sinistre', en: 'make a claim' },
  telephone: { fr: 'changer de téléphone', en: 'change your telephone' },
  souscription: { fr: 'souscrire', en: 'take out a policy' },
  renouvellement: { fr: 'renouveler un contrat', en: 'renew a policy' },
  paiement: { fr: 'payer', en: 'pay' },
} as const satisfies Record<string, Record<Langue, string>>;

export type But = keyof typeof buts;
