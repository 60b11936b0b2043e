import { useTranslation } from 'adminjs';
import type { Shape } from '../../../../server/core/shape.ts';
import { words } from './shape-words.ts';

export type { Shape };
export type Errors = Record<string, { message: string }>;

/** One part of a document on a form. `path` names it (`garanties.plafond`), `at` says where it is (`garanties.2.plafond`). */
export interface PartProps {
  shape: Shape;
  resourceId: string;
  path: string;
  at: string;
  value: unknown;
  errors: Errors;
  onChange: (value: unknown) => void;
}

export type Values = Record<string, unknown>;

export const compound = ({ kind }: Shape): boolean => ['choices', 'list', 'group'].includes(kind);

/** What a new line or document holds before anybody has typed. */
export function blank({ kind, parts = {}, default: preset }: Shape): unknown {
  if (preset !== undefined) return preset;
  if (kind === 'list' || kind === 'choices') return [];
  if (kind !== 'group') return '';
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, blank(part)]));
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of documents and of what they are made of. */
export function useShapeWords(resourceId: string) {
  const { i18n } = useTranslation();
  return words(i18n, resourceId);
}
