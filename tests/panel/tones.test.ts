import { expect, test } from 'vitest';
import { standing, toneOf, tones } from '../../admin/panel/components/shared/tones.ts';
import { resources } from '../../server/features.ts';

/** `contrats.statut.activee`, for every field that says how something stands. */
const states = resources.flatMap(({ name, fields }) =>
  [...fields.values()]
    .filter((field) => standing.includes(field.name) && field.choices)
    .flatMap((field) => field.choices?.map((code) => ({ code, where: `${name}.${field.name}.${code}` })) ?? []),
);

test('every state of every resource has its colour on purpose', () => {
  expect(standing).toEqual(expect.arrayContaining(['statut', 'etat', 'tranche']));
  expect(states.length).toBeGreaterThan(60);
  expect(states.filter(({ code }) => !Object.hasOwn(tones, code)).map(({ where }) => where)).toEqual([]);
});

test('no colour is kept for a state that there is not', () => {
  const used = new Set(states.map(({ code }) => code));
  expect(Object.keys(tones).filter((code) => !used.has(code))).toEqual([]);
});

test.each([
  ['vert', ['activee', 'reussi', 'payee', 'paye', 'accepte', 'receptionne']],
  ['ocre', ['en_attente', 'partielle', 'instruction', 'demande', 'sept_jours']],
  ['rouge', ['en_retard', 'echoue', 'resiliee', 'rejete', 'plus_de_30']],
  ['gris', ['annulee', 'expiree', 'a_venir']],
])('%s means what it says', (tone, codes) => {
  for (const code of codes) expect(toneOf('statut', code), code).toBe(`g-choix g-ton-${tone}`);
});

test('what is no state has no colour of one', () => {
  expect(toneOf('mode_paiement', 'paye')).toBe('g-choix');
});
