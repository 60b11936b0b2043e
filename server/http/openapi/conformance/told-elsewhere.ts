import { expect } from 'vitest';
import { type Conversation, operations } from './conversation.ts';

/** Resources that live by more than their example: the file beside this one that tells how, one conversation each. */
export const toldElsewhere: Readonly<Record<string, string>> = {
  contrats: 'souscriptions.test.ts',
  souscriptions: 'souscriptions.test.ts',
  avenants: 'avenants.test.ts',
  derogations: 'avenants.test.ts',
  sinistres: 'sinistres.test.ts',
  reglements: 'sinistres.test.ts',
  documents: 'sinistres.test.ts',
  paiements: 'mobile-money.test.ts',
  tentatives: 'mobile-money.test.ts',
  ecarts: 'mobile-money.test.ts',
  releves: 'mobile-money.test.ts',
  bordereaux: 'bordereaux.test.ts',
  devis: 'devis.test.ts',
  commissions: 'bordereaux.test.ts',
};

/** Held against the document elsewhere: signing in, what a client’s token opens, and what machines send. */
const others = /^\/(auth|ussd|chatbot|rappels)\//;

/** Each operation that writes and is told in this file has succeeded there; `undefined` is what no other file tells. */
export function allWritten({ succeeded }: Pick<Conversation, 'succeeded'>, file?: string): void {
  const missing = operations.filter(
    ({ id, method, path, operation: { tags } }) =>
      method !== 'get' &&
      !others.test(path) &&
      !tags.includes('borne') &&
      toldElsewhere[path.split('/')[1] as string] === file &&
      !succeeded.has(id),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
}
