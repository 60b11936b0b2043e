import { describe, expect, test } from 'vitest';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { languages, type TextKey, textOf } from './texts.ts';

const keys = Object.entries(fr).flatMap(([area, texts]) =>
  Object.keys(texts).map((name) => `${area}.${name}` as TextKey),
);

const raw = (texts: object, key: TextKey): string => {
  const [area = '', name = ''] = key.split('.');
  return (texts as Record<string, Record<string, string>>)[area]?.[name] ?? '';
};

const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();

test('there are texts to hold to account', () => {
  expect(keys.length).toBeGreaterThan(150);
});

/** The keys of the texts of which this does not hold. */
const faulty = (holds: (french: string, english: string) => boolean) =>
  keys.filter((key) => !holds(raw(fr, key), raw(en, key)));

test('each is said in both languages, and English takes no value that French does not give', () => {
  expect(faulty((french, english) => french.trim() !== '' && english.trim() !== '')).toEqual([]);
  expect(faulty((french, english) => holes(english).every((hole) => holes(french).includes(hole)))).toEqual([]);
  expect(faulty((french, english) => french.split('|').length === english.split('|').length)).toEqual([]);
});

test('French keeps to its typography: no sign begins a line alone', () => {
  expect(faulty((french) => !/'|\.\.\.| [?!;»]| :|« /.test(french))).toEqual([]);
});

describe('a text', () => {
  test('takes its values', () => {
    expect(textOf(fr, 'tableau.titre', { nom: 'Awa' })).toBe('Bonjour Awa');
  });

  test('has a form for one and a form for more, as each language counts', () => {
    const late = (n: number, code: 'fr' | 'en') =>
      textOf(languages[code].texts, 'tableau.retard', { n }, languages[code].locale);
    expect([late(1, 'fr'), late(51, 'fr')]).toEqual(['En retard de 1 jour', 'En retard de 51 jours']);
    expect([late(1, 'en'), late(2, 'en')]).toEqual(['1 day late', '2 days late']);
  });

  test('that a new language lacks is said in French', () => {
    const lingala = { commun: { oui: 'Iyo' } };
    expect(textOf(lingala, 'commun.oui', {}, 'ln')).toBe('Iyo');
    expect(textOf(lingala, 'commun.retour', {}, 'ln')).toBe(fr.commun.retour);
    expect(textOf(lingala, 'tableau.retard', { n: 2 }, 'ln')).toBe('En retard de 2 jours');
  });
});
