/** A sentence to be said in the reader's language: a key of the message files and its blanks. */
export interface Message {
  key: string;
  params?: Record<string, unknown>;
}

export type FieldErrors = Record<string, Message[]>;

/**
 * The only error that a person is meant to read. `code` is stable and for machines, `message` is said
 * in French or English at the edge, `errors` names the fields, `current` is the row as it stands now.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly said: Message,
    readonly errors: FieldErrors = {},
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${code}: ${said.key} ${Object.keys(errors).join(' ')}`.trim());
    this.name = 'Problem';
  }
}

const say = (key: string, params?: Record<string, unknown>): Message => ({ key, params });

/** 400: the request or the form is not valid; the fields are named. */
export const invalide = (errors: FieldErrors, key = 'invalide') => new Problem(400, 'invalide', say(key), errors);

/** 400 for one field. */
export const champInvalide = (field: string, key: string, params?: Record<string, unknown>) =>
  invalide({ [field]: [say(key, params)] });

/** 401: nobody is signed in, or the token is no good. */
export const nonIdentifie = (key = 'non_identifie') => new Problem(401, 'non_identifie', say(key));

/** 403: signed in, but without this right. */
export const interdit = (key = 'interdit', params?: Record<string, unknown>) =>
  new Problem(403, 'interdit', say(key, params));

/** 403 for one field: they reached for what is not theirs to give. */
export const interditPour = (field: string, key: string, params?: Record<string, unknown>) =>
  new Problem(403, 'interdit', say(key, params), { [field]: [say(key, params)] });

/** 404: no such row for this person. A row outside the scope does not exist. */
export const introuvable = (key = 'introuvable') => new Problem(404, 'introuvable', say(key));

/** 409: a rule of the business says no, and why. */
export const refuse = (key: string, params?: Record<string, unknown>, errors: FieldErrors = {}) =>
  new Problem(409, 'refuse', say(key, params), errors);

/** 412: the row has changed since it was read; `current` is the row as it stands. */
export const perime = (current: unknown) => new Problem(412, 'perime', say('perime'), {}, { current });

/** 409: the same Idempotency-Key is being carried out right now. 422: it was used for something else. */
export const conflit = (status: 409 | 422, key: string) => new Problem(status, 'conflit', say(key));

/** 413, 415, 429, 503: not now, or not like this. */
export const indisponible = (status: 405 | 413 | 415 | 429 | 503, key: string, extra: Record<string, unknown> = {}) =>
  new Problem(status, 'indisponible', say(key, extra), {}, extra);
