import { expect, test } from 'vitest';
import { z } from 'zod';
import { input } from '../../../server/core/action.ts';
import { shapeOf } from '../../../server/core/shape.ts';
import { typedBy } from './typed.ts';

const shape = shapeOf(
  z.object({
    libelle: z.string(),
    montant: input.francs(),
    taux: z.number().default(0),
    frequence: z.int().nullable().default(null),
    actif: z.boolean(),
    lignes: z.array(z.object({ n: z.int() })),
  }),
);

test.each([
  ['numbers as people write them', { montant: '1 500 000', taux: '12,5' }, { montant: 1_500_000, taux: 12.5 }],
  ['numbers within lines', { lignes: [{ n: '1' }, { n: 2 }] }, { lignes: [{ n: 1 }, { n: 2 }] }],
  ['yes and no', { actif: 'false' }, { actif: false }],
  ['texts as they are', { libelle: '007' }, { libelle: '007' }],
  ['what is no number as it is, for the engine to refuse', { montant: 'mille' }, { montant: 'mille' }],
  ['what was left empty as left out, or as null', { libelle: ' ', taux: '', frequence: '' }, { frequence: null }],
  ['what is unknown as it is, for the engine to name', { inconnu: '1' }, { inconnu: '1' }],
  ['what is of another form as it is', { lignes: 'x' }, { lignes: 'x' }],
])('a form gives %s', (_, sent, expected) => {
  expect(typedBy(shape, sent)).toEqual(expected);
});

test('a name of every object is no part of the shape', () => {
  const sent = JSON.parse('{"constructor": "1", "__proto__": {"n": "1"}}');
  expect(Object.entries(typedBy(shape, sent) as object)).toEqual(Object.entries(sent));
});
