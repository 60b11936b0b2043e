import type { Transaction } from '../../core/records/transaction.ts';
import { valeurDe } from '../parametres/catalogue.ts';

/** What the institution has settled for the screens of clients. */
export async function reglagesBorne(tx: Pick<Transaction, 'query'>) {
  return {
    inactivite_secondes: await valeurDe(tx, 'borne.inactivite_secondes'),
    compte_a_rebours_secondes: await valeurDe(tx, 'borne.compte_a_rebours_secondes'),
    attente_paiement_secondes: await valeurDe(tx, 'borne.attente_paiement_secondes'),
    terminaux: await valeurDe(tx, 'borne.terminaux'),
    code: await valeurDe(tx, 'borne.code'),
    code_minutes: await valeurDe(tx, 'borne.code_minutes'),
    langues: ['fr', 'en'] as const,
  };
}

export type Reglages = Awaited<ReturnType<typeof reglagesBorne>>;
