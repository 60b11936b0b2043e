import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demande, openTills } from './clients.fixture.ts';
import type { Echange } from './echange.ts';
import { environnements } from './environnements.ts';
import { concorde, type Etat } from './mobile-money.ts';
import { mtn } from './mtn/mtn.ts';
import { provision } from './mtn/provision.ts';

type Till = ReturnType<typeof mtn>;

/** What MTN's sandbox and ours must both do, asked over HTTP. @param pause milliseconds between two questions */
function contract(open: () => Promise<{ till: Till; notes: Echange[]; stop(): Promise<void> }>, pause: number) {
  let world: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.stop());

  async function settled(reference: string): Promise<Etat> {
    for (let left = 15; left > 0; left--) {
      const etat = await world.till.consulter(reference);
      if (etat.etat !== 'en_cours' && etat.etat !== 'inconnu') return etat;
      await wait(pause);
    }
    return { etat: 'en_cours' };
  }

  test('a payment is accepted, found, and paid as it was asked for', async () => {
    const asked = demande();
    expect(await world.till.demander(asked)).toEqual({ issue: 'acceptee' });
    const etat = await settled(asked.reference);
    expect(etat).toMatchObject({ etat: 'reussie', montant: 2500, devise: 'EUR', externe: asked.externe });
    if (etat.etat === 'reussie') expect(concorde(etat, { ...asked, devise: world.till.devise })).toBe(true);
  });

  test('the same reference again is the same payment', async () => {
    const asked = demande();
    expect(await world.till.demander(asked)).toEqual({ issue: 'acceptee' });
    expect(await world.till.demander(asked)).toEqual({ issue: 'acceptee' });
    expect(world.notes.at(-1)?.statut).toBe(409);
  });

  test('a reference that was never sent is not found', async () => {
    expect(await world.till.consulter(demande().reference)).toEqual({ etat: 'introuvable' });
  });

  test.each([
    ['450', 'traitement_impossible'],
    ['451', 'refusee_par_client'],
    ['452', 'delai_depasse'],
  ])('the number …%s fails: %s', async (end, code) => {
    const asked = demande({ telephone: `+46733123${end}` });
    expect(await world.till.demander(asked)).toEqual({ issue: 'acceptee' });
    expect(await settled(asked.reference)).toMatchObject({ etat: 'echouee', motif: { code } });
  });

  test('a text with accents, apostrophes and signs is taken', async () => {
    const libelle = "Prime d’assurance « août » — l'échéance n° 3 (100 %)".repeat(5);
    expect(await world.till.demander(demande({ libelle }))).toEqual({ issue: 'acceptee' });
  });

  test('an account holder is active', async () => {
    expect(await world.till.titulaireActif('+46733123999')).toBe(true);
  });

  test('our account has a balance in the sandbox’s currency', async () => {
    expect(await world.till.solde()).toMatchObject({ montant: expect.any(Number), devise: 'EUR' });
  });
}

/** A till whose API user was made by the sandbox's own calls. */
async function provisioned(hote: string, cle: string) {
  const notes: Echange[] = [];
  const options = { noter: (echange: Echange) => void notes.push(echange) };
  const { environnement, ...user } = await provision({ hote, cle, hote_rappel: 'pay.example.cg', ...options });
  expect(environnement).toBe('sandbox');
  return { notes, till: mtn({ environnement: 'sandbox', devise: 'EUR', pays: null, hote, cle, ...user }, options) };
}

describe('our sandbox', () => {
  contract(async () => {
    const { url, variables, stop } = await openTills();
    return { ...(await provisioned(url, variables.MOMO_MTN_CLE)), stop };
  }, 10);
});

const key = process.env.MOMO_SANDBOX_KEY;
const why = key ? '' : ' (skipped: MOMO_SANDBOX_KEY, a subscription key of its product Collections, is not set)';

describe.skipIf(!key)(`MTN’s own sandbox${why}`, () => {
  contract(async () => {
    const made = await provisioned(environnements.mtn.sandbox.hote, key ?? '');
    return { ...made, stop: async () => undefined };
  }, 2000);
});

test('a sandbox that refuses the key says that trying again does not help', async () => {
  const { url, stop } = await openTills();
  const make = () => provision({ hote: url, cle: 'wrong', hote_rappel: 'pay.example.cg', noter: () => undefined });
  await expect(make()).rejects.toMatchObject({ again: false, message: expect.stringContaining('HTTP 401') });
  await stop();
  await expect(make()).rejects.toMatchObject({ again: true });
});

test.each([
  [{}, true],
  [{ montant: 2499 }, false],
  [{ montant: 2500.5 }, false],
  [{ devise: 'XAF' }, false],
  [{ externe: 'PAY-2' }, false],
  [{ montant: null, devise: null, externe: null }, true],
])('money that was taken as %j agrees with what was asked: %s', (over, agrees) => {
  const reussie = { etat: 'reussie', transaction_id: '1', montant: 2500, devise: 'EUR', externe: 'PAY-1' } as const;
  expect(concorde({ ...reussie, ...over }, { montant: 2500, devise: 'EUR', externe: 'PAY- 1' })).toBe(agrees);
});
