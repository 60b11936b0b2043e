interface Described {
  type?: string;
  enum?: unknown[];
  format?: string;
  anyOf?: unknown[];
  items?: Described;
  minItems?: number;
}

/** A value that fits what the document says of a parameter. */
export function sample({ type, enum: choices, format, anyOf, items = {}, minItems = 1 }: Described): string {
  if (choices) return String(choices.at(-1));
  if (type === 'array') return Array.from({ length: minItems }, () => sample(items)).join(',');
  if (format === 'date' || anyOf) return '2026-01-31';
  return { integer: '1', number: '1.5', boolean: 'true' }[type ?? ''] ?? 'a';
}
