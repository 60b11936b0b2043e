import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../core/access.ts';
import { partlyPaid } from './exemple.fixture.ts';
import { reglements } from './reglements/resource.ts';
import { sinistres } from './resource.ts';
import { refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
let ids: { sinistres: number; reglements: number };
beforeAll(async () => {
  all = await sinistresTest();
  const [client] = await all.db.rows<{ id: number }>('select id from clients limit 1');
  ids = await partlyPaid(all.db, client?.id as number, all.people.douala, 'DOUALA');
});
afterAll(() => all.db.close());

const bodies: Record<string, object> = {
  affecter: {},
  evaluer: { lignes: [{ garantie: 'soins', accorde: 1 }] },
  accepter: {},
  approuver: {},
  renvoyer: { motif: 'essai' },
  rejeter: { motif_rejet: 'autre', motif: 'essai' },
  payer: { montant: 1, mode_paiement: 'especes', beneficiaire: 'X' },
  rouvrir: { motif: 'essai' },
};

/** Who may do what with a sinistre of Douala; a verb is tried with a revision that is always stale. */
const may: Record<'mireille' | 'paul' | 'awa' | 'irene' | 'esther', string[]> = {
  mireille: Object.keys(bodies),
  paul: ['affecter', 'approuver', 'renvoyer'],
  awa: [],
  irene: ['affecter', 'evaluer', 'accepter', 'rejeter'],
  esther: [],
};

const stale = 999_999;
const tries = (caller: Caller, verb: string) =>
  refusal(all.db.records.act(caller, sinistres, ids.sinistres, verb, bodies[verb], stale));

describe.each(Object.keys(may) as (keyof typeof may)[])('%s', (name) => {
  test.each(Object.keys(bodies))('%s', async (verb) => {
    const caller = await all.people[name].caller();
    expect((await tries(caller, verb))?.status).toBe(may[name].includes(verb) ? 412 : 403);
  });

  test('reads it, and what was paid as far as that is theirs', async () => {
    const caller = await all.people[name].caller();
    expect(await refusal(all.db.records.get(caller, sinistres, ids.sinistres))).toBeUndefined();
    const seen = await refusal(all.db.records.get(caller, reglements, ids.reglements));
    expect(seen?.status).toBe(name === 'awa' ? 403 : undefined);
    const taken = all.db.records.act(caller, reglements, ids.reglements, 'contrepasser', { motif: 'essai' }, stale);
    expect((await refusal(taken))?.status).toBe(name === 'mireille' ? 412 : 403);
  });
});

test('for another succursale it does not exist', async () => {
  const chantal = await all.people.chantal.caller();
  const { records } = all.db;
  expect((await refusal(records.get(chantal, sinistres, ids.sinistres)))?.status).toBe(404);
  expect((await refusal(records.get(chantal, reglements, ids.reglements)))?.status).toBe(404);
  expect((await tries(chantal, 'affecter'))?.status).toBe(404);
  expect((await records.count(chantal, sinistres, {})).count).toBe(0);
});
