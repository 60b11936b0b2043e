import { readdirSync, readFileSync } from 'node:fs';
import { locales } from 'adminjs';
import { describe, expect, test } from 'vitest';
import { en } from '../../admin/panel/locale/en.ts';
import { fr } from '../../admin/panel/locale/fr.ts';
import { pageTexts } from '../../admin/panel/locale/pages.ts';
import { shapesOf, translationsIn } from '../../admin/panel/locale/translations.ts';
import type { Langue } from '../../server/core/messages/messages.ts';
import { codesIn, partsOf, units } from '../../server/core/shape.ts';
import { resources } from '../../server/features.ts';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const at = (tree: Tree, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Tree | undefined)?.[key], tree);

const blanks = (text: string) => (text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).sort();
const stock = leaves(locales.en as unknown as Tree);
const french = new Map(leaves(fr as unknown as Tree));

describe('French', () => {
  test('every sentence of AdminJS’s own has one, with the same blanks but the names of AdminJS’s parts', () => {
    expect(stock.length).toBeGreaterThan(90);
    for (const [key, text] of stock) {
      expect(french.has(key), key).toBe(true);
      const technical = ['{{resourceId}}', '{{actionName}}', '{{recordId}}'];
      expect(blanks(french.get(key) ?? ''), key).toEqual(blanks(text).filter((blank) => !technical.includes(blank)));
    }
  });

  test('nothing is left in English', () => {
    const same = stock.filter(([key, text]) => french.get(key) === text && !/^[\W\d]*$/.test(text)).map(([key]) => key);
    expect(same).toEqual(['labels.pages']);
  });

  test('accents and apostrophes are those of French', () => {
    for (const [key, text] of [...french, ...Object.entries(pageTexts.fr)]) {
      expect(text, key).not.toMatch(/[a-zà-ü]'[a-zà-ü]/i);
      expect(text, key).not.toMatch(/[^\s  ][?!;»]/);
    }
  });
});

test('what the panel says beyond AdminJS is said in both languages, with the same blanks', () => {
  const ours = [...french].filter(([key]) => !stock.some(([known]) => known === key) && !key.startsWith('components.'));
  const english = new Map(leaves(en as unknown as Tree));
  for (const [key, text] of ours) {
    expect(english.has(key), `${key} in English`).toBe(true);
    expect(blanks(english.get(key) ?? ''), key).toEqual(blanks(text));
  }
});

describe.each(['fr', 'en'] as const)('names in %s', (langue: Langue) => {
  const said = translationsIn(langue) as unknown as Tree;
  const named = (...path: string[]) => {
    const word = at(said, path);
    expect(typeof word === 'string' && word.length > 0, path.join('.')).toBe(true);
    return word as string;
  };

  test('every resource, field, choice, action, right and input has one', () => {
    for (const { name, fields, actions, permissions, messages } of resources) {
      named('resources', name, 'one');
      named('labels', name);
      for (const field of fields.values()) {
        const label = named('resources', name, 'properties', field.name);
        if (!['code', 'id', 'pays', 'description', 'action', 'agent'].includes(field.name))
          expect(label, `${name}.${field.name}`).not.toBe(field.name);
        for (const choice of field.choices ?? []) {
          expect(messages[langue].choices?.[field.name]?.[choice], `${name}.${field.name}.${choice}`).toBeTruthy();
          named('resources', name, 'labels', `${field.name}.${choice}`);
        }
      }
      for (const permission of permissions)
        expect(named('resources', name, 'droits', permission), `${name}.${permission}`).not.toBe(permission);
      for (const action of actions) {
        expect(named('resources', name, 'actions', action.name)).not.toBe(action.name);
        expect(named('verbes', action.name)).not.toBe(action.name);
        named('actions', action.name);
        for (const input of Object.keys(action.input.shape))
          expect(named('resources', name, 'inputs', input), `${name}.${action.name}.${input}`).not.toBe(input);
      }
    }
  });

  test('every part of a document or an input, every code in it and every unit has one', () => {
    let parts = 0;
    for (const resource of resources) {
      const { choices = {}, parts: known = {} } = resource.messages[langue];
      for (const [path, shape] of shapesOf(resource)) {
        for (const [part] of partsOf(shape, path)) {
          parts += 1;
          expect(known[part], `${resource.name}.${part}`).toBeTruthy();
          named('resources', resource.name, 'parts', part.replaceAll('.', '/'));
        }
        for (const [at, codes] of codesIn(shape, path))
          for (const code of codes) expect(choices[at]?.[code], `${resource.name}.${at}.${code}`).toBeTruthy();
      }
    }
    expect(parts).toBeGreaterThan(15);
    for (const unit of units) named('labels', `unite_${unit}`);
  });

  test('every word that a component asks for is there', () => {
    const folder = new URL('../../admin/panel/components/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const blocks: Record<string, string> = {
      translateLabel: 'labels',
      translateButton: 'buttons',
      translateMessage: 'messages',
      translatePage: 'pages',
    };
    const everything = { ...(langue === 'en' ? locales.en : {}) } as unknown as Tree;
    let asked = 0;
    for (const file of files) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      for (const [, call = '', words = ''] of source.matchAll(/(translate\w+)\(([^)]*)\)/g)) {
        for (const [, word = ''] of words.matchAll(/'([A-Za-z_]+)'/g)) {
          const block = blocks[call];
          if (!block || ['true', 'false'].includes(word) || resources.some(({ name }) => name === word)) continue;
          asked += 1;
          expect(at(said, [block, word]) ?? at(everything, [block, word]), `${file}: ${block}.${word}`).toBeTruthy();
        }
      }
    }
    expect(asked).toBeGreaterThan(50);
  });
});

test('the pages without scripts say the same things in both languages', () => {
  expect(Object.keys(pageTexts.en)).toEqual(Object.keys(pageTexts.fr));
  for (const text of Object.values(pageTexts.en)) expect(text).not.toBe('');
});
