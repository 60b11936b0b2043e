import type { Langue } from '../../core/messages/messages.ts';

/** What a spreadsheet says of a yes or no. */
export const flagWords: Record<Langue, Record<string, string>> = {
  fr: { true: 'Oui', false: 'Non' },
  en: { true: 'Yes', false: 'No' },
};
