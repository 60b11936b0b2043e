import { action } from '../../core/action.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { Document } from './document.ts';

/** The file goes once it is certain that the row says so. */
export const effacerFichier = (tx: Transaction, id: number): Promise<void> => tx.job('effacer-document', { id });

export const retirer = action(Document, {
  name: 'retirer',
  icon: 'FileMinus',
  reason: true,
  when: ({ retire_le }) => retire_le === null || 'document_deja_retire',
  run: async (document, _input, { tx }) => {
    document.retirer();
    await effacerFichier(tx, document.id);
  },
});
