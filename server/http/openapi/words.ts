import type { Langue } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { en } from './words-en.ts';
import { fr, type Words } from './words-fr.ts';

const all: Record<Langue, Words> = { fr, en };

export const words = (langue: Langue): Words => all[langue];

/** Fills the blanks in braces. */
export const fill = (pattern: string, blanks: Record<string, string | number>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));

/** What a resource is called inside a sentence: only its first letter loses its capital. */
export function named(langue: Langue, { messages }: Resource): { one: string; many: string } {
  const { one, many } = messages[langue];
  const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  return { one: inside(one), many: inside(many) };
}
