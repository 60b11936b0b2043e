import type { Parameter } from './types.ts';

/** A parameter that takes some of these words, separated by commas. */
export const listed = (name: string, description: string, words: readonly string[], maxItems?: number): Parameter => ({
  name,
  in: 'query',
  description,
  schema: { type: 'array', items: { type: 'string', enum: [...words] }, ...(maxItems ? { maxItems } : {}) },
  style: 'form',
  explode: false,
});
