import type { Langue } from '../../../core/messages/messages.ts';
import type { Contenu } from '../../../integrations/push/push.ts';
import type { Sujet } from '../../borne/push/abonnements.ts';

interface Avis {
  sujet: Sujet;
  chemin: `/espace/${string}`;
  texts: Record<Langue, readonly [titre: string, texte: string]>;
}

const echeances = { sujet: 'echeances', chemin: '/espace/contrats' } as const;
const paiements = { sujet: 'paiements', chemin: '/espace/paiements' } as const;

/**
 * All that a telephone is told. It may be read on a lock screen by whoever holds it: no name, no police, no amount,
 * no word of what is insured. The page that opens shows the rest, to the one who signs in.
 */
export const avis = {
  echeance_proche: {
    ...echeances,
    texts: {
      fr: ['Échéance', 'Une cotisation est à payer dans {jours} jours.'],
      en: ['Due date', 'An instalment is to be paid in {jours} days.'],
    },
  },
  echeance_demain: {
    ...echeances,
    texts: {
      fr: ['Échéance', 'Une cotisation est à payer demain.'],
      en: ['Due date', 'An instalment is to be paid tomorrow.'],
    },
  },
  echeance_passee: {
    ...echeances,
    texts: {
      fr: ['Échéance', 'Une cotisation était à payer hier. Payez-la pour rester couvert.'],
      en: ['Due date', 'An instalment was to be paid yesterday. Pay it to stay covered.'],
    },
  },
  paiement_reussi: {
    ...paiements,
    texts: {
      fr: ['Paiement reçu', 'Votre paiement est bien arrivé. Merci.'],
      en: ['Payment received', 'Your payment has arrived. Thank you.'],
    },
  },
  paiement_echoue: {
    ...paiements,
    texts: {
      fr: ['Paiement non abouti', 'Votre paiement n’a pas abouti. Voyez pourquoi dans votre espace.'],
      en: ['Payment not made', 'Your payment did not go through. See why in your space.'],
    },
  },
  annonce: {
    sujet: 'annonces',
    chemin: '/espace/annonces',
    texts: {
      fr: ['Annonce', 'Une nouvelle annonce vous attend dans votre espace.'],
      en: ['Announcement', 'A new announcement is waiting in your space.'],
    },
  },
} as const satisfies Record<string, Avis>;

export type CodeAvis = keyof typeof avis;
export const codesAvis = Object.keys(avis) as [CodeAvis, ...CodeAvis[]];

/** @param jours days until it, where the sentence counts them */
export function contenuDe(code: CodeAvis, langue: Langue, jours?: number): Contenu {
  const { sujet, chemin, texts } = avis[code];
  const [titre, texte] = texts[langue];
  return { titre, texte: texte.replace('{jours}', String(jours)), chemin, sujet };
}
