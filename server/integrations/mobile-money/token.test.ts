import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { airtel } from './airtel/airtel.ts';
import { demande, openTills, phones } from './clients.fixture.ts';
import { mtn } from './mtn/mtn.ts';
import { keepToken } from './token.ts';

/** Counts the tokens that are asked for. */
function counted(expires_in: number) {
  const clock = { ms: 0, asked: 0, away: false };
  const tokens = keepToken(
    async () => {
      if (clock.away) return { arrived: false, detail: 'ECONNRESET' };
      return { value: `t${++clock.asked}`, expires_in };
    },
    () => clock.ms,
  );
  const used = async () => {
    let with_ = '';
    const reply = await tokens.use(async (token) => {
      with_ = token;
      return { arrived: true, status: 200, body: {} };
    });
    return reply.arrived ? with_ : reply.detail;
  };
  return { clock, used, tokens };
}

test('a token is kept until ten minutes before its end', async () => {
  const { clock, used } = counted(3600);
  expect(await used()).toBe('t1');
  clock.ms = 2_999_000;
  expect(await used()).toBe('t1');
  clock.ms = 3_000_000;
  expect(await used()).toBe('t2');
});

test('a short-lived one is renewed with a third of its life left', async () => {
  const { clock, used } = counted(180);
  await used();
  clock.ms = 119_000;
  expect(await used()).toBe('t1');
  clock.ms = 120_000;
  expect(await used()).toBe('t2');
});

test('a hundred calls at once ask for one token', async () => {
  const { clock, used } = counted(3600);
  await Promise.all(Array.from({ length: 100 }, used));
  expect(clock.asked).toBe(1);
});

test('while none can be had, the old one serves to its end', async () => {
  const { clock, used } = counted(3600);
  await used();
  clock.away = true;
  clock.ms = 3_500_000;
  expect(await used()).toBe('t1');
  clock.ms = 3_600_000;
  expect(await used()).toBe('ECONNRESET');
  clock.away = false;
  expect(await used()).toBe('t2');
});

test('calls that are told 401 one after another renew the token once', async () => {
  const { clock, tokens } = counted(3600);
  const statuses = await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      tokens.use(async (token) => {
        if (token === 't1') await wait(turn);
        return { arrived: true, status: token === 't1' ? 401 : 200, body: {} };
      }),
    ),
  );
  expect(statuses.every((reply) => reply.arrived && reply.status === 200)).toBe(true);
  expect(clock.asked).toBe(2);
});

describe.each(['mtn', 'airtel'] as const)('%s', (name) => {
  const telephone = phones[name];
  const asks = (world: Awaited<ReturnType<typeof openTills>>) =>
    world.control.requests().filter(({ path }) => path.includes('token')).length;

  test('a 401 renews the token once and sends the same attempt again', async () => {
    const world = await openTills();
    world.control.scenario({ msisdn: telephone, scenario: ['401-once'] });
    const asked = demande({ telephone });
    expect(await world.tills[name].demander(asked)).toEqual({ issue: 'acceptee' });
    expect(await world.tills[name].consulter(asked.reference)).toMatchObject({ etat: 'reussie' });
    expect(asks(world)).toBe(2);
    expect(world.control.ledger()).toHaveLength(1);
    await world.stop();
  });

  test('a token that has run out at the operator is replaced', async () => {
    const world = await openTills();
    world.control.scenario({ next: 2, scenario: ['token-expires-in:600'] });
    await world.tills[name].demander(demande({ telephone }));
    await world.control.clock({ advance: 601_000 });
    expect(await world.tills[name].demander(demande({ telephone }))).toEqual({ issue: 'acceptee' });
    await world.stop();
  });

  test('wrong keys are a refusal that trying again does not mend, and a question stays open', async () => {
    const world = await openTills();
    const options = { noter: () => undefined };
    const { configurations } = world;
    const till =
      name === 'mtn'
        ? mtn({ ...configurations.mtn, secret: 'wrong' }, options)
        : airtel({ ...configurations.airtel, secret: 'wrong' }, options);
    expect(await till.demander(demande({ telephone }))).toMatchObject({
      issue: 'refusee',
      motif: { code: 'acces_refuse', reessayable: false },
    });
    expect(await till.consulter(demande().reference)).toMatchObject({ etat: 'inconnu' });
    await world.stop();
  });
});

test('a wrong subscription key is a refusal after one renewal', async () => {
  const { configurations, stop, control } = await openTills();
  const till = mtn({ ...configurations.mtn, cle: 'wrong' }, { noter: () => undefined });
  expect(await till.demander(demande())).toMatchObject({ issue: 'refusee', motif: { code: 'acces_refuse' } });
  expect(control.requests()).toHaveLength(1);
  await stop();
});

test('a number of another country or operator’s country is refused before anything is sent', async () => {
  const { configurations, stop, control, tills } = await openTills();
  const congo = mtn({ ...configurations.mtn, pays: 'CG' }, { noter: () => undefined });
  for (const sent of [
    congo.demander(demande({ telephone: '+237670123456' })),
    tills.airtel.demander(demande({ telephone: '+237670123456' })),
  ]) {
    expect(await sent).toMatchObject({ issue: 'refusee', motif: { code: 'numero_invalide' } });
  }
  expect(control.requests()).toEqual([]);
  await stop();
});
