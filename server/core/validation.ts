import type { z } from 'zod';
import { type FieldErrors, invalide, type Message } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** The key of the sentence for an issue that its schema does not word itself. */
const keyFor: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined || issue.input === null) return 'obligatoire';
  switch (issue.code) {
    case 'invalid_type':
      return `type_${issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'obligatoire' : 'trop_court';
      if (issue.origin === 'array') return Number(issue.minimum) <= 1 ? 'obligatoire' : 'trop_peu';
      return 'trop_petit';
    case 'too_big':
      if (issue.origin === 'string') return 'trop_long';
      return issue.origin === 'array' ? 'trop_nombreux' : 'trop_grand';
    case 'invalid_format':
      return ['email', 'date', 'datetime'].includes(issue.format) ? `format_${issue.format}` : 'format_invalide';
    case 'not_multiple_of':
      return 'deux_decimales';
    case 'invalid_value':
      return 'choix_invalide';
    case 'unrecognized_keys':
      return 'champ_inconnu';
    default:
      return 'valeur_invalide';
  }
};

function paramsOf(issue: Issue): Record<string, unknown> {
  if (issue.code === 'too_small') return { minimum: issue.minimum };
  if (issue.code === 'too_big') return { maximum: issue.maximum };
  if (issue.code === 'invalid_value') return { choix: issue.values.join(', ') };
  return {};
}

/** Each issue under the field it is about, `a.b` for one inside another. */
function fieldErrors(error: z.core.$ZodError): FieldErrors {
  const errors: FieldErrors = Object.create(null);
  const put = (path: PropertyKey[], message: Message) => {
    const name = path.map(String).join('.') || '_';
    errors[name] = [...(errors[name] ?? []), message];
  };
  for (const issue of error.issues) {
    const message = { key: issue.message, params: paramsOf(issue) };
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) put([...issue.path, key], message);
    else put(issue.path, message);
  }
  return errors;
}

export const messagesOf = (error: z.core.$ZodError): Message[] => Object.values(fieldErrors(error)).flat();

/** The value as the schema gives it. @throws 400 that names each field */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value, { error: keyFor });
  if (!read.success) throw invalide(fieldErrors(read.error));
  return read.data;
}

export const safeParse = <S extends z.ZodType>(schema: S, value: unknown) => schema.safeParse(value, { error: keyFor });
