/** An answer's part that should be an object; an empty one where it is none. */
export function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A text, or a number as text; empty for anything else. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** An amount, as number or text with a decimal point; undefined for anything else. */
export function amountIn(value: unknown): number | undefined {
  const text = textIn(value);
  return /^\d{1,15}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

/** The JSON of a text; undefined if it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
