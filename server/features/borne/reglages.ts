import type { Transaction } from '../../core/records/transaction.ts';
import { valeurDe } from '../parametres/catalogue.ts';

/** What the institution has settled for the screens of clients. @param url where the institution’s clients reach it */
export async function reglagesBorne(tx: Pick<Transaction, 'query'>, url?: string) {
  return {
    inactivite_secondes: await valeurDe(tx, 'borne.inactivite_secondes'),
    compte_a_rebours_secondes: await valeurDe(tx, 'borne.compte_a_rebours_secondes'),
    attente_paiement_secondes: await valeurDe(tx, 'borne.attente_paiement_secondes'),
    terminaux: await valeurDe(tx, 'borne.terminaux'),
    code: await valeurDe(tx, 'borne.code'),
    code_minutes: await valeurDe(tx, 'borne.code_minutes'),
    code_essais: await valeurDe(tx, 'borne.code_essais'),
    /** What a client types into their own telephone: `guichet.example/espace`. */
    espace: url ? `${url.replace(/^https?:\/\//, '').replace(/\/$/, '')}/espace` : null,
    langues: ['fr', 'en'] as const,
  };
}

export type Reglages = Awaited<ReturnType<typeof reglagesBorne>>;
