import { createHash, createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Config } from '../../../config.ts';
import type { Database } from '../../../core/database.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { readMobileMoney } from '../../../integrations/mobile-money/configuration.ts';
import { type MobileMoney, type Operateur, openMobileMoney } from '../../../integrations/mobile-money/mobile-money.ts';
import { startSandbox } from '../../../integrations/mobile-money/sandbox/sandbox.ts';
import { noterDans } from './echanges.ts';

/** Milliseconds since 1970, and a way to wait for them: tests move both. */
export interface Horloge {
  now(): number;
  jusqua(instant: number): Promise<void>;
}

const horlogeReelle: Horloge = {
  now: Date.now,
  jusqua: async (instant) => {
    const rest = instant - Date.now();
    if (rest > 0) await wait(rest);
  },
};

/** The operators' tills, as this process has them. */
export interface Caisses {
  tills: Partial<Record<Operateur, MobileMoney>>;
  horloge: Horloge;
  /** The secret name of an attempt in the address of an operator's hint: the same at each sending, kept nowhere. */
  jeton(reference: string): string;
  /** Where the operator may send its hint about an attempt; undefined where there is no such address. */
  rappel(reference: string): string | undefined;
  /** Signs Airtel's hints. */
  cle_rappel?: string;
  /** What the one who starts the server is told; undefined where there is nothing to say. */
  lieu?: string;
  close(): Promise<void>;
}

export const empreinte = (jeton: string): string => createHash('sha256').update(jeton).digest('hex');

type Settings = Pick<Config, 'GUICHET_SECRET' | 'momo'>;

/** The tills of these settings. @param base where operators reach this server, without a slash at the end */
export function caissesDe(
  { GUICHET_SECRET, momo }: Settings,
  database: Database,
  { horloge = horlogeReelle, patience }: { horloge?: Horloge; patience?: number } = {},
): Caisses {
  const jeton = (reference: string) =>
    createHmac('sha256', GUICHET_SECRET).update(`rappel mobile money ${reference}`).digest('base64url');
  return {
    tills: openMobileMoney(momo, { noter: noterDans(database), patience, now: horloge.now }),
    horloge,
    jeton,
    rappel: (reference) => momo.mtn?.rappel && `${momo.mtn.rappel}/api/v1/rappels/mtn/${jeton(reference)}`,
    cle_rappel: momo.airtel?.cle_rappel,
    close: async () => undefined,
  };
}

/** Milliseconds that a customer of the simulator takes to type the code. */
const TYPING_MS = 5000;

/**
 * Opens the tills of a configuration. A development server without settings talks to a simulator of its own, over
 * HTTP on this machine; in production there is no till without settings.
 */
export async function openCaisses(config: Config, database: Database): Promise<Caisses> {
  const { momo, NODE_ENV, PORT } = config;
  if (momo.mtn || momo.airtel || NODE_ENV !== 'development') return poser(database, caissesDe(config, database));
  const base = PORT === 0 ? undefined : `http://localhost:${PORT}`;
  const sandbox = await startSandbox({
    port: 0,
    delai: TYPING_MS,
    premiere: Math.floor(Date.now() / 100),
    rappels: { airtel: base && `${base}/api/v1/rappels/airtel` },
  });
  const simulated = readMobileMoney({ ...sandbox.variables, MOMO_RAPPEL: base });
  return poser(database, {
    ...caissesDe({ ...config, momo: simulated }, database),
    lieu: `Paiement mobile : simulateur MTN et Airtel sur ${sandbox.url}, aucun argent réel`,
    close: sandbox.stop,
  });
}

const bySource = new WeakMap<DataSource, Caisses>();

/** Lets whoever works in this database find the tills. */
export function poser(database: Database, caisses: Caisses): Caisses {
  bySource.set(database.source, caisses);
  return caisses;
}

export const caissesPosees = ({ em }: Pick<Transaction, 'em'>): Caisses | undefined => bySource.get(em.dataSource);
