import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demande, openTills, phones } from './clients.fixture.ts';
import { phrases } from './messages.ts';

let world: Awaited<ReturnType<typeof openTills>>;

beforeAll(async () => {
  world = await openTills({ patience: 1500 });
});
afterAll(() => world.stop());

/** What an operator or the network may do that says nothing of the money. */
const silent = ['timeout', 'reset', '500', '502', '503', '504', '429', 'invalid-json'];

describe.each(['mtn', 'airtel'] as const)('%s: what is not certain has not failed', (name) => {
  const telephone = phones[name];

  test.each(silent)('a request that ends in %s is unknown', async (fault) => {
    world.control.scenario({ msisdn: telephone, scenario: [`never-received-then-${fault}`] });
    const sent = await world.tills[name].demander(demande({ telephone }));
    expect(sent).toEqual({ issue: 'inconnue', detail: expect.stringMatching(/./) });
  });

  test.each(silent)('a question that ends in %s leaves the state unknown', async (fault) => {
    world.control.scenario({ msisdn: telephone, scenario: [`get-${fault}`] });
    const asked = demande({ telephone });
    expect(await world.tills[name].demander(asked)).toEqual({ issue: 'acceptee' });
    const etat = await world.tills[name].consulter(asked.reference);
    expect(etat).toEqual({ etat: 'inconnu', detail: expect.stringMatching(/./) });
    expect(await world.tills[name].consulter(asked.reference)).toMatchObject({ etat: 'reussie' });
  });

  test.each(['timeout', 'reset', '503', 'invalid-json'])(
    'no token because of %s: nothing is decided',
    async (fault) => {
      const { tills, control, stop } = await openTills({ patience: 1500 });
      control.scenario({ next: 1, scenario: [`token-${fault}`] });
      expect(await tills[name].demander(demande({ telephone }))).toMatchObject({ issue: 'inconnue' });
      await stop();
    },
  );

  test('an operator that is not there is unknown, not a refusal', async () => {
    const { tills, stop } = await openTills({ patience: 1500 });
    await stop();
    expect(await tills[name].demander(demande({ telephone }))).toEqual({ issue: 'inconnue', detail: 'ECONNREFUSED' });
    expect(await tills[name].consulter(demande().reference)).toEqual({ etat: 'inconnu', detail: 'ECONNREFUSED' });
  });

  test('a mistake of ours is not sent at all', async () => {
    const before = world.control.requests().length;
    const wrong = [{ montant: 0 }, { montant: 12.5 }, { reference: 'PAY-1' }, { telephone: '061234567' }];
    for (const over of wrong) {
      await expect(world.tills[name].demander(demande({ telephone, ...over }))).rejects.toThrow(TypeError);
    }
    expect(world.control.requests()).toHaveLength(before);
  });
});

test('waiting is said in words that do not invite to pay again', () => {
  expect(phrases.fr.verification_en_cours).toMatch(/^Vérification en cours/);
});
