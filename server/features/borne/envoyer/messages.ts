import type { Langue } from '../../../core/messages/messages.ts';

/** What a client may have sent, as messages call it. */
export const documents = {
  releve: { fr: 'Votre relevé de compte', en: 'Your account statement' },
  attestation: { fr: 'Votre attestation d’assurance', en: 'Your certificate of insurance' },
  recu: { fr: 'Votre reçu de paiement', en: 'Your receipt' },
} as const satisfies Record<string, Record<Langue, string>>;

export type Document = keyof typeof documents;
export const sortes = Object.keys(documents) as [Document, ...Document[]];
export const moyens = ['sms', 'email'] as const;
export type Moyen = (typeof moyens)[number];
