import { randomUUID } from 'node:crypto';
import { airtel } from './airtel/airtel.ts';
import { readMobileMoney } from './configuration.ts';
import type { Echange } from './echange.ts';
import type { Demande } from './mobile-money.ts';
import { mtn } from './mtn/mtn.ts';
import { startSandbox } from './sandbox/sandbox.ts';

type Settings = Partial<Parameters<typeof startSandbox>[0]> & { patience?: number };

/** A sandbox with a client for each operator and what they noted. @param patience milliseconds: short where a test waits for it */
export async function openTills({ patience = 10_000, ...settings }: Settings = {}) {
  const sandbox = await startSandbox({ port: 0, ...settings });
  const { mtn: forMtn, airtel: forAirtel } = readMobileMoney(sandbox.variables);
  if (!forMtn || !forAirtel) throw new Error('both operators are configured');
  const notes: Echange[] = [];
  const options = { noter: (echange: Echange) => void notes.push(echange), patience };
  return {
    ...sandbox,
    notes,
    tills: { mtn: mtn(forMtn, options), airtel: airtel(forAirtel, options) },
    configurations: { mtn: forMtn, airtel: forAirtel },
  };
}

export const phones = { mtn: '+242061234567', airtel: '+242051234567' };

/** An attempt at 2 500 F. */
export const demande = (over: Partial<Demande> = {}): Demande => ({
  reference: randomUUID(),
  montant: 2500,
  telephone: phones.mtn,
  libelle: 'Prime d’assurance, août',
  externe: 'PAY-01J9Z',
  ...over,
});
