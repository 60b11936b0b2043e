import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { input } from './action.ts';
import { codesIn, partsOf, shapeOf } from './shape.ts';

describe('the shape of a schema', () => {
  test.each([
    ['a text', z.string().max(60), { kind: 'text', max: 60 }],
    ['a long text', z.string().max(500), { kind: 'longtext', max: 500 }],
    ['a whole number', z.int(), { kind: 'integer', min: -Number.MAX_SAFE_INTEGER }],
    ['a bounded number', z.number().min(0).max(100), { kind: 'number', min: 0, max: 100 }],
    ['a number with a default', z.int().min(0).default(3), { kind: 'integer', min: 0, default: 3 }],
    [
      'a number that may be null',
      z.int().min(0).max(9).nullable().default(null),
      { kind: 'integer', min: 0, max: 9, nullable: true },
    ],
    ['yes or no', z.boolean(), { kind: 'flag' }],
    ['a day', z.iso.date(), { kind: 'day' }],
    ['a moment', z.iso.datetime({ offset: true }), { kind: 'instant' }],
    ['a code', z.enum(['a', 'b']), { kind: 'choice', codes: ['a', 'b'] }],
    [
      'codes',
      z
        .array(z.enum(['a', 'b']))
        .min(1)
        .max(2),
      { kind: 'choices', codes: ['a', 'b'], min: 1, max: 2 },
    ],
    ['a key', input.reference('agents'), { kind: 'reference', target: 'agents' }],
    ['a key that may be left out', input.reference('agents').optional(), { kind: 'reference', target: 'agents' }],
    ['francs', input.francs({ min: 0 }), { kind: 'integer', min: 0, unit: 'francs' }],
    ['a telephone', input.phone(), { kind: 'phone' }],
    ['anything', z.json(), { kind: 'any' }],
    ['a record', z.record(z.string(), z.boolean()), { kind: 'any' }],
  ])('of %s', (_, schema, expected) => {
    expect(shapeOf(schema)).toEqual(expected);
  });

  const lignes = z.array(z.object({ garantie: z.string(), demande: input.francs().optional(), motif: z.enum(['a']) }));

  test('of a list of objects names each part, and what may be left out', () => {
    expect(shapeOf(lignes)).toEqual({
      kind: 'list',
      item: {
        kind: 'group',
        parts: {
          garantie: { kind: 'text' },
          demande: { kind: 'integer', min: 1, unit: 'francs', optional: true },
          motif: { kind: 'choice', codes: ['a'] },
        },
      },
    });
  });

  test('is walked by path, without the numbers of its lines', () => {
    const whole = shapeOf(z.object({ lignes, tags: z.array(z.enum(['x'])) }));
    const paths = ['s.lignes', 's.lignes.garantie', 's.lignes.demande', 's.lignes.motif', 's.tags'];
    expect(partsOf(whole, 's').map(([path]) => path)).toEqual(paths);
    expect(codesIn(whole, 's')).toEqual([
      ['s.lignes.motif', ['a']],
      ['s.tags', ['x']],
    ]);
  });
});
