import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigurationFausse, lireConfiguration } from './configuration.ts';

const dossier = mkdtempSync(path.join(tmpdir(), 'borne-'));
afterAll(() => rmSync(dossier, { recursive: true }));

function written(content: unknown, env: NodeJS.ProcessEnv = {}) {
  const fichier = path.join(dossier, 'borne.json');
  writeFileSync(fichier, typeof content === 'string' ? content : JSON.stringify(content));
  return lireConfiguration({ GUICHET_BORNE_CONFIGURATION: fichier, ...env });
}

function mistakes(content: unknown): readonly string[] {
  try {
    written(content);
  } catch (error) {
    if (error instanceof ConfigurationFausse) return error.fautes;
    throw error;
  }
  return [];
}

describe('the settings of a terminal', () => {
  test('come from its file', () => {
    expect(written({ serveur: 'https://guichet.example/', imprimante: 'Borne-A4', sens: 'paysage' })).toEqual({
      serveur: 'https://guichet.example',
      imprimante: 'Borne-A4',
      sens: 'paysage',
    });
  });

  test('stand upright and without a printer unless told otherwise', () => {
    expect(written({ serveur: 'https://guichet.example' })).toEqual({
      serveur: 'https://guichet.example',
      sens: 'portrait',
    });
  });

  test('of the environment go above the file’s', () => {
    const env = { GUICHET_BORNE_SERVEUR: 'http://localhost:3000', GUICHET_BORNE_SENS: 'paysage' };
    const read = written({ serveur: 'https://guichet.example', imprimante: 'A4' }, env);
    expect(read).toEqual({ serveur: 'http://localhost:3000', imprimante: 'A4', sens: 'paysage' });
  });

  test('may be the environment’s alone', () => {
    const env = { GUICHET_BORNE_CONFIGURATION: '/nonexistent', GUICHET_BORNE_SERVEUR: 'http://[::1]:3000' };
    expect(lireConfiguration(env).serveur).toBe('http://[::1]:3000');
  });
});

describe('a mistake is named with its setting, in French', () => {
  test.each([
    [{}, /^serveur : il manque/],
    [{ serveur: 12 }, /^serveur : un texte est attendu/],
    [{ serveur: 'guichet' }, /^serveur : ce n’est pas une adresse/],
    [{ serveur: 'http://guichet.example' }, /^serveur : l’adresse doit commencer par https/],
    [{ serveur: 'http://localhost.example.cg' }, /^serveur : l’adresse doit commencer par https/],
    [{ serveur: 'file:///etc/passwd' }, /^serveur : l’adresse doit commencer par https/],
    [{ serveur: 'https://moi:secret@guichet.example' }, /^serveur : .*sans chemin, compte/],
    [{ serveur: 'https://guichet.example/borne' }, /^serveur : .*sans chemin/],
    [{ serveur: 'https://guichet.example', imprimante: '-o raw' }, /^imprimante : ce n’est pas un nom de file CUPS/],
    [{ serveur: 'https://guichet.example', sens: 'debout' }, /^sens : portrait ou paysage est attendu/],
    [{ serveur: 'https://guichet.example', imprimnate: 'A4' }, /^imprimnate : ce réglage n’existe pas/],
    ['{', /borne\.json : ce n’est pas du JSON/],
    ['[]', /borne\.json : ce n’est pas du JSON/],
  ])('%j', (content, said) => {
    expect(mistakes(content)).toEqual([expect.stringMatching(said)]);
  });

  test('and all of them at once', () => {
    expect(mistakes({ serveur: 'x', sens: 'x', imprimante: 'x y' })).toHaveLength(3);
  });
});
