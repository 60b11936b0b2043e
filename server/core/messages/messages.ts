import type { Message } from '../errors.ts';
import { allResources, type Resource } from '../resource.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Labels } from './labels.ts';

export type Langue = 'fr' | 'en';
export const langues: readonly Langue[] = ['fr', 'en'];

const core = { fr, en };
const sentences: Record<Langue, Map<string, string>> = { fr: new Map(), en: new Map() };

/** The pattern of a sentence: the core's, or one that a resource says. */
function pattern(langue: Langue, key: string): string | undefined {
  const known = (core[langue].sentences as Record<string, string>)[key];
  if (known) return known;
  const said = sentences[langue];
  if (said.size === 0) {
    for (const { messages } of allResources()) {
      for (const [name, text] of Object.entries(messages[langue].sentences ?? {})) said.set(name, text);
    }
  }
  return said.get(key);
}

/** Says a message. A raw key never reaches a person: what has no sentence is said in general terms. */
export function say(langue: Langue, { key, params = {} }: Message): string {
  const text =
    pattern(langue, key) ??
    pattern(langue, key.startsWith('contrainte.') ? 'valeur_refusee' : 'valeur_invalide') ??
    key;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => word(langue, name, params[name]));
}

export const hasSentence = (langue: Langue, key: string): boolean => pattern(langue, key) !== undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A number as people write it: 1 000 000, 1,000,000. */
const grouped: Record<Langue, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

/** A blank: names of resources, tables and rights are said in the reader's language, days as people write them. */
function word(langue: Langue, name: string, value: unknown): string {
  const resource = allResources().find((each) => each.name === value);
  if ((name === 'ressource' || name === 'table') && resource) return labels(langue, resource).many.toLowerCase();
  if (name === 'permission') return permissionLabel(langue, undefined, String(value)).toLowerCase();
  if (typeof value === 'number') return grouped[langue].format(value);
  const text = String(value ?? '');
  return DAY.test(text) ? text.split('-').reverse().join('/') : text;
}

export const labels = (langue: Langue, resource: Resource): Labels => resource.messages[langue];

export function fieldLabel(langue: Langue, resource: Resource, field: string): string {
  const own = labels(langue, resource).fields[field];
  return own ?? (core[langue].fields as Record<string, string>)[field] ?? field;
}

export function choiceLabel(langue: Langue, resource: Resource, field: string, code: string): string {
  return labels(langue, resource).choices?.[field]?.[code] ?? code;
}

/** What a part of a document is called, by its path without the numbers of lines. */
export function partLabel(langue: Langue, resource: Resource, path: string): string {
  const name = path.split('.').at(-1) ?? path;
  return labels(langue, resource).parts?.[path] ?? (core[langue].fields as Record<string, string>)[name] ?? name;
}

/** What a right is called: a verb that all resources share, or the resource's own action. */
export function permissionLabel(langue: Langue, resource: Resource | undefined, permission: string): string {
  const verb = (core[langue].verbs as Record<string, string>)[permission];
  const own = (resource ? [resource] : allResources()).map((each) => labels(langue, each).actions?.[permission]);
  return verb ?? own.find(Boolean) ?? permission;
}

export function inputLabel(langue: Langue, resource: Resource, input: string): string {
  return labels(langue, resource).inputs?.[input] ?? (core[langue].fields as Record<string, string>)[input] ?? input;
}
