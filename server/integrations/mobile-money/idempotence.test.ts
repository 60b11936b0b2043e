import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { demande, openTills, phones } from './clients.fixture.ts';

let world: Awaited<ReturnType<typeof openTills>>;

beforeAll(async () => {
  world = await openTills({ patience: 1500 });
});
afterAll(() => world.stop());
afterEach(() => world.control.scenario({ msisdn: phones.mtn, scenario: [] }));

const debits = (reference: string) => world.control.ledger().filter((debit) => debit.reference === reference);

describe.each(['mtn', 'airtel'] as const)('%s', (name) => {
  const telephone = phones[name];

  test.each(['accept-then-reset', 'accept-then-500', 'accept-then-timeout', 'accept-then-invalid-json'])(
    '%s: the same attempt sent again is accepted, and the customer pays once',
    async (scenario) => {
      const till = world.tills[name];
      const asked = demande({ telephone });
      world.control.scenario({ msisdn: telephone, scenario: [scenario] });
      expect(await till.demander(asked)).toMatchObject({ issue: 'inconnue' });
      expect(await till.demander(asked)).toEqual({ issue: 'acceptee' });
      expect(await till.consulter(asked.reference)).toMatchObject({ etat: 'reussie' });
      expect(await till.demander(asked)).toEqual({ issue: 'acceptee' });
      expect(debits(asked.reference)).toHaveLength(1);
    },
  );

  test('what never arrived is not found, and sent again under the same reference it is paid once', async () => {
    const till = world.tills[name];
    const asked = demande({ telephone });
    world.control.scenario({ msisdn: telephone, scenario: ['never-received-then-timeout'] });
    expect(await till.demander(asked)).toMatchObject({ issue: 'inconnue' });
    expect(await till.consulter(asked.reference)).toEqual({ etat: 'introuvable' });
    expect(await till.demander(asked)).toEqual({ issue: 'acceptee' });
    expect(await till.consulter(asked.reference)).toMatchObject({ etat: 'reussie' });
    expect(debits(asked.reference)).toHaveLength(1);
  });

  test('twenty sendings of one attempt at once are one debit', async () => {
    const till = world.tills[name];
    const asked = demande({ telephone });
    const sent = await Promise.all(Array.from({ length: 20 }, () => till.demander(asked)));
    expect(sent.every(({ issue }) => issue === 'acceptee')).toBe(true);
    await till.consulter(asked.reference);
    expect(debits(asked.reference)).toHaveLength(1);
  });

  test('another reference is another payment: the ledger would show a double debit', async () => {
    const till = world.tills[name];
    const asked = [demande({ telephone }), demande({ telephone })] as const;
    for (const each of asked) await till.demander(each);
    for (const { reference } of asked) await till.consulter(reference);
    expect(asked.flatMap(({ reference }) => debits(reference))).toHaveLength(2);
  });
});
