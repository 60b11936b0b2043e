import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demande, openTills, phones } from '../clients.fixture.ts';
import { readScenario } from './scenario.ts';

const { mtn: telephone } = phones;
let world: Awaited<ReturnType<typeof openTills>>;

beforeEach(async () => {
  world = await openTills();
});
afterEach(() => world.stop());

describe('the control over HTTP', () => {
  const post = (what: string, body: unknown) =>
    fetch(`${world.url}/__control/${what}`, { method: 'POST', body: JSON.stringify(body) });
  const get = async (what: string) => (await fetch(`${world.url}/__control/${what}`)).json();

  test('sets scenarios and the clock, shows the ledger and the requests', async () => {
    expect((await post('scenario', { msisdn: telephone, scenario: ['pending-1-polls', 'callback:none'] })).status).toBe(
      204,
    );
    expect((await post('clock', { set: '2026-01-01T00:00:00Z' })).status).toBe(204);
    expect(await get('clock')).toEqual({ now: '2026-01-01T00:00:00.000Z' });
    const asked = demande();
    await world.tills.mtn.demander(asked);
    await world.tills.mtn.consulter(asked.reference);
    expect(await get('ledger')).toEqual({ debits: [], customers: {} });
    await world.tills.mtn.consulter(asked.reference);
    expect(await get('ledger')).toMatchObject({
      debits: [{ reference: asked.reference, amount: '2500', currency: 'EUR' }],
      customers: { '242061234567': { debits: 1, total: 2500 } },
    });
    expect(
      (await get('requests')).map(({ path, answered }: { path: string; answered: number }) => `${answered} ${path}`),
    ).toEqual([
      '200 /collection/token/',
      '202 /collection/v1_0/requesttopay',
      `200 /collection/v1_0/requesttopay/${asked.reference}`,
      `200 /collection/v1_0/requesttopay/${asked.reference}`,
    ]);
    expect(await get('deliveries')).toEqual([]);
  });

  test.each([
    ['scenario', { msisdn: telephone, scenario: ['accept-then-nothing'] }],
    ['scenario', { msisdn: telephone }],
    ['scenario', { msisdn: telephone, scenario: [], sometimes: true }],
    ['scenario', null],
    ['clock', { advance: -1 }],
    ['clock', { set: 'yesterday' }],
    ['statement.csv', { extra: 'line' }],
  ])('refuses what it does not understand: %s %j', async (what, body) => {
    expect((await post(what, body)).status).toBe(400);
  });

  test('knows nothing else', async () => {
    expect((await post('nothing', {})).status).toBe(404);
    expect((await fetch(`${world.url}/__control/nothing`)).status).toBe(404);
    expect((await fetch(`${world.url}/elsewhere`)).status).toBe(404);
  });
});

test.each([
  'accept-then-reset',
  'accept-then-500',
  'accept-then-timeout',
  'never-received-then-timeout',
  'pending-7-polls',
  'pending-forever',
  'callback:none',
  'callback:once',
  'callback:x20',
  'callback:before-202',
  'callback:late',
  'callback:PUT',
  'callback:POST',
  'callback:wrong-host',
  'callback:forged-success',
  'status-flips',
  'amount-mismatch',
  '429',
  '401-once',
  'token-expires-in:60',
  'reason:string',
  'reason:object',
  'reason:unknown',
  'reason:absent',
  'slow:100',
  '200-success-false',
  'TA-then-TS',
  'hash:on',
  'hash:off',
  'hash:bad',
])('the scenario %s changes something', (name) => {
  const effects = JSON.stringify(readScenario([name]));
  if (name === 'callback:once') expect(effects).toBe(JSON.stringify(readScenario([])));
  else expect(effects).not.toBe(JSON.stringify(readScenario([])));
});
