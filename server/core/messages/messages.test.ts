import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import '../../features.ts';
import { allResources } from '../resource.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { fieldLabel, hasSentence, inputLabel, langues, permissionLabel, say } from './messages.ts';

// Everything that is declared, also what is not in the menu.
for (const file of readdirSync('server/features', { recursive: true, encoding: 'utf8' })) {
  if (path.basename(file) === 'resource.ts') await import(path.resolve('server/features', file));
}

const shape = (tree: object): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? shape(value).map((rest) => `${key}.${rest}`) : [key],
  );
const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

test('the engine says the same things in both languages', () => {
  expect(shape(en)).toEqual(shape(fr));
});

describe.each(allResources().map((resource) => [resource.name, resource] as const))('%s', (_, resource) => {
  test('says the same things in both languages, with the same blanks', () => {
    expect(shape(resource.messages.en)).toEqual(shape(resource.messages.fr));
    for (const [key, text] of Object.entries(resource.messages.fr.sentences ?? {})) {
      expect(blanks(resource.messages.en.sentences?.[key] ?? ''), key).toEqual(blanks(text));
    }
  });

  test.each(langues)('names every field, choice, action, right and input in %s', (langue) => {
    for (const field of resource.fields.values()) {
      expect(fieldLabel(langue, resource, field.name), field.name).not.toBe(field.name);
      for (const code of field.choices ?? [])
        expect(resource.messages[langue].choices?.[field.name]?.[code], code).toBeTruthy();
    }
    for (const permission of resource.permissions)
      expect(permissionLabel(langue, resource, permission)).not.toBe(permission);
    for (const { input } of resource.actions) {
      for (const name of Object.keys(input.shape)) expect(inputLabel(langue, resource, name), name).not.toBe(name);
    }
  });
});

/** Calls that say something to a person, with the key as a literal. */
const saying =
  /(?:refuse|interdit|introuvable|nonIdentifie)\('(\w+)'|(?:champInvalide|invalide|wrong)\([^,()]*(?:\([^()]*\))?[^,()]*, '(\w+)'|(?:conflit|indisponible)\(\d+, '(\w+)'|(?:error|message|key): '(\w+)'|\bno\('(\w+)'|\|\| '(\w+_\w+)'/g;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(full);
    return /(?<!\.test)\.ts$/.test(entry.name) && !/messages|openapi/.test(full) ? [full] : [];
  });
}

test('every sentence that the code says exists in both languages', () => {
  const keys = sources('server').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(saying)].map((match) => match.slice(1).find(Boolean) as string),
  );
  expect(keys.length).toBeGreaterThan(60);
  const missing = [...new Set(keys)].filter((key) => langues.some((langue) => !hasSentence(langue, key)));
  expect(missing).toEqual([]);
});

test('no two resources give one key different sentences', () => {
  const said = new Map<string, string>();
  for (const { messages } of allResources()) {
    for (const [key, text] of Object.entries(messages.fr.sentences ?? {})) {
      expect(said.get(key) ?? text, key).toBe(text);
      said.set(key, text);
    }
  }
});

test('blanks are filled, with names in the reader’s language', () => {
  const message = { key: 'interdit_action', params: { permission: 'supprimer', ressource: 'clients' } };
  expect(say('fr', message)).toBe('Vous n’avez pas le droit « supprimer » sur : clients.');
  expect(say('en', message)).toBe('You do not have the right “delete” on: clients.');
});

test('a raw database name never reaches a person', () => {
  expect(say('fr', { key: 'contrainte.agents_solde_check' })).toBe('Cette valeur n’est pas permise ici.');
});

test('a day is said as people write it, in every sentence', () => {
  const refusal = { key: 'sinistre_non_couvert', params: { jour: '2026-02-05' } };
  expect(say('fr', refusal)).toMatch(/^Le contrat ne couvre pas le 05\/02\/2026 :/);
  expect(say('en', refusal)).toContain('05/02/2026');
});

test('numbers in a sentence are written as people write them', () => {
  const params = { minimum: 1_000_000 };
  expect(say('fr', { key: 'trop_petit', params })).toContain('1\u202f000\u202f000');
  expect(say('en', { key: 'trop_petit', params })).toContain('1,000,000');
  expect(say('fr', { key: 'trop_petit', params: { minimum: 12 } })).toContain('12');
});
