import type { Request } from 'express';
import { type FieldErrors, Problem } from '../../../server/core/errors.ts';
import { type Langue, say } from '../../../server/core/messages/messages.ts';
import { enteredBy } from '../../../server/http/request.ts';

/** The language of a page for nobody in particular: `?langue=en`, or what the browser prefers. */
export function langueIn(req: Request): Langue {
  const asked = req.query.langue;
  return asked === 'fr' || asked === 'en' ? asked : enteredBy(req).langue;
}

export const otherLangue = (langue: Langue): Langue => (langue === 'fr' ? 'en' : 'fr');

/** What a form sent, as texts. */
export const typedIn = (req: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries((req.body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

export interface Said {
  status: number;
  message: string;
  fields: Record<string, string>;
}

/** A refusal in words; what is no refusal goes on. */
export function inWords(error: unknown, langue: Langue): Said {
  if (!(error instanceof Problem)) throw error;
  return { status: error.status, message: say(langue, error.said), fields: fieldsInWords(error.errors, langue) };
}

const fieldsInWords = (errors: FieldErrors, langue: Langue): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, said]) => [field, said.map((each) => say(langue, each)).join(' ')]),
  );
