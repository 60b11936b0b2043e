import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

/** Every text of the screens, by area and name. */
export type Catalogue = { [A in keyof typeof fr]: Record<keyof (typeof fr)[A], string> };

/** A translation that is under way: what it lacks is said in French. */
export type Translation = { [A in keyof Catalogue]?: Partial<Catalogue[A]> };

export type TextKey = { [A in keyof typeof fr]: `${A}.${keyof (typeof fr)[A] & string}` }[keyof typeof fr];

interface Language {
  /** As its speakers write it. */
  nom: string;
  texts: Translation;
  /** BCP 47: of the voice that reads aloud, and of dates. */
  locale: string;
}

/**
 * The languages that one can choose. Another one, Lingala (`ln`) or Kituba (`ktu`), is a folder beside `fr` and a line
 * here: it may begin incomplete.
 */
export const languages = {
  fr: { nom: 'Français', texts: fr, locale: 'fr-FR' },
  en: { nom: 'English', texts: en, locale: 'en-GB' },
} as const satisfies Record<string, Language>;

export type Langue = keyof typeof languages;

export type Values = Readonly<Record<string, string | number>>;

/**
 * The text of a key. `{name}` stands for a value; of two forms with `|` between them, `n` chooses.
 * @param texts a translation; French where it has no such text
 */
export function textOf(texts: Translation, key: TextKey, values: Values = {}, locale = 'fr-FR'): string {
  const [area, name] = key.split('.') as [keyof Catalogue, never];
  const found: string = texts[area]?.[name] ?? fr[area][name];
  const form = typeof values.n === 'number' ? formOf(found, values.n, locale) : found;
  return form.replace(/\{(\w+)\}/g, (whole, each: string) => String(values[each] ?? whole));
}

function formOf(text: string, n: number, locale: string): string {
  const [one = text, other = one] = text.split('|');
  return new Intl.PluralRules(locale).select(n) === 'one' ? one : other;
}
