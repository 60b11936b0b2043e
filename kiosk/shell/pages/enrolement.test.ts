import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const page = (name: string) => readFileSync(path.join(import.meta.dirname, `${name}.html`), 'utf8');

test.each(['attente', 'entretien', 'enrolement'])('%s is said in French first, then in English', (name) => {
  const text = page(name);
  expect(text).toMatch(/<html lang="fr">/);
  expect(text.indexOf('lang="en"')).toBeGreaterThan(text.indexOf('<h1>'));
});

test.each(['attente', 'entretien', 'enrolement'])('%s has nothing that the policy would block', (name) => {
  const text = page(name);
  expect(text).not.toMatch(/style="|<style|\son\w+="|https?:\/\//);
  for (const [script] of text.matchAll(/<script[^>]*>[^<]*<\/script>/g))
    expect(script).toMatch(/src="\.\/[^"]+"><\/script>$/);
});
