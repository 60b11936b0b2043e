import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import type { Caller } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import { systemCaller } from '../../../core/jobs/system.ts';
import { transact } from '../../../core/records/transaction.ts';
import { readMobileMoney } from '../../../integrations/mobile-money/configuration.ts';
import { startSandbox } from '../../../integrations/mobile-money/sandbox/sandbox.ts';
import { type Caisses, caissesDe, type Horloge, poser } from './caisses.ts';
import { type DemandePaiement, demanderPaiement } from './demander.ts';
import { envoyer, type Travail } from './envoyer.ts';
import { etatPaiement } from './etat.ts';
import { sonder, verifier } from './sonder.ts';
import type { Tentative } from './tentatives/tentative.ts';

const SECRET = 'x'.repeat(40);
export const telephones = { mtn_money: '+242061234567', airtel_money: '+242051234567' } as const;
const START = Date.parse('2026-06-15T09:00:00Z');

/** A clock that only moves when it is told to, or waited for. */
export function horlogeDeTest(start = START) {
  let at = start;
  return {
    now: () => at,
    jusqua: async (instant: number) => {
      at = Math.max(at, instant);
    },
    avancer: (ms: number) => {
      at += ms;
    },
  } satisfies Horloge & { avancer(ms: number): void };
}

interface Settings {
  /** Milliseconds that one call to the operator may take: short where a test waits for it. */
  patience?: number;
  /** Where operators send their hints: `http://localhost:1234`. */
  base?: string;
}

/** The operators' simulator over HTTP, and the tills that talk to it, over any database; time moves by hand. */
export async function openSandbox({ patience = 10_000, base }: Settings = {}) {
  const horloge = horlogeDeTest();
  const airtel = base && `${base}/api/v1/rappels/airtel`;
  const sandbox = await startSandbox({ port: 0, horloge: horloge.now, rappels: { airtel } });
  const momo = readMobileMoney({ ...sandbox.variables, MOMO_RAPPEL: base });
  const caisses = (database: Database): Caisses =>
    caissesDe({ GUICHET_SECRET: SECRET, momo }, database, { horloge, patience });
  return { ...sandbox, momo, horloge, caisses };
}

/** A branch with a client whose requests can be paid for on the simulator, step by step. */
export async function openCaisse(settings: Settings = {}) {
  const db = await testDatabase();
  return caisseOver(db, await cast(db), await openSandbox(settings));
}

/** The same, over a database and a simulator that are there. */
export async function caisseOver(db: TestDatabase, people: Cast, sandbox: Awaited<ReturnType<typeof openSandbox>>) {
  const caisses = poser(db.database, sandbox.caisses(db.database));
  const travail: Travail = { database: db.database, caller: systemCaller, caisses };
  const souscrire = await shop(db, people.douala);

  const demander = (souscription_id: number, over: Partial<DemandePaiement> = {}, caller: Caller = systemCaller) =>
    transact(db.database, caller, (tx) =>
      demanderPaiement(tx, {
        souscription_id,
        montant: 500,
        operateur: 'mtn_money',
        telephone: telephones[over.operateur ?? 'mtn_money'],
        ...over,
      }),
    );
  const tentative = async (reference: string) =>
    (await db.rows<Tentative>('select * from tentatives where reference = $1', [reference]))[0] as Tentative;

  return {
    db,
    people,
    sandbox,
    caisses,
    travail,
    horloge: sandbox.horloge,
    souscrire,
    demander,
    tentative,
    envoyer: async (reference: string) => envoyer(travail, (await tentative(reference)).id),
    verifier: async (reference: string) => verifier(travail, (await tentative(reference)).id),
    etat: (numero: string) => etatPaiement(db.database, numero),
    /** Lets time pass, and asks whenever something is due. */
    async passer(ms: number, step = 1000) {
      for (let left = ms; left > 0; left -= step) {
        sandbox.horloge.avancer(Math.min(step, left));
        while ((await sonder(travail)) > 0);
      }
    },
    souscription: async (id: number) =>
      (
        await db.rows<{ statut: string; paye: number }>('select statut, paye from souscriptions where id = $1', [id])
      )[0],
    ecarts: (text = 'true') =>
      db.rows<{ classe: string; statut: string }>(`select * from ecarts where ${text} order by id`),
    /** What was taken from customers for an attempt. */
    debits: (reference: string) => sandbox.control.ledger().filter((debit) => debit.reference === reference),
    async close() {
      await sandbox.stop();
      await db.close();
    },
  };
}

export type Caisse = Awaited<ReturnType<typeof openCaisse>>;

const termes = {
  produit: 'PASS KIMIA',
  branche: 'ACC',
  garanties: [],
  duree: 365,
  duree_unite: 'jours',
  beneficiaires_max: 6,
  taux_commission: 10,
  jours_grace: 0,
  modele_police: 'CG-{YYYY}-{BRANCHE}-{SEQ:3}',
};

/** Makes requests of one client of a branch, 500 francs a month, that nothing is paid for yet. */
async function shop({ rows }: TestDatabase, succursale: number) {
  const id = async (text: string, values: unknown[]) => (await rows<{ id: number }>(text, values))[0]?.id as number;
  const client = await id(`insert into clients (nom, succursale_id, telephone) values ('KONGO', $1, $2) returning id`, [
    succursale,
    telephones.mtn_money,
  ]);
  const produit = await id(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite)
     values ('P', 'P', 'ACC', 100, 1000000, '["mensuelle"]', 365, 'jours') returning id`,
    [],
  );
  let made = 0;
  return () =>
    id(
      `insert into souscriptions (numero, client_id, produit_id, succursale_id, canal, montant, periodicite, termes)
       values ($1, $2, $3, $4, 'borne', 500, 'mensuelle', $5) returning id`,
      [`SOU-${++made}`, client, produit, succursale, termes],
    );
}
