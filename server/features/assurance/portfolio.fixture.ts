import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import type { Jour } from '../../core/jours.ts';
import type { Duree, Periodicite } from './echeancier.ts';
import { makeContrat } from './factory.ts';

export const AN: Duree = { duree: 12, duree_unite: 'mois' };
export const PASS: Duree = { duree: 365, duree_unite: 'jours' };

interface Cotisation {
  periode_debut: Jour;
  periode_fin: Jour;
  montant: number;
  paye: number;
  reste: number;
  statut: string;
}

interface Contrat {
  date_effet: Jour;
  date_expiration: Jour;
  solde: number;
  du: number;
  reste_a_payer: number;
  couvert_jusqu_au: Jour | null;
  statut: string;
}

/** A database with one client of Douala, contrats at will, and a today that can be any day. */
export async function portfolio() {
  const db: TestDatabase = await testDatabase();
  const people: Cast = await cast(db);
  const insert = `insert into clients (nom, succursale_id) values ('KONGO', $1) returning id`;
  const [row] = await db.rows<{ id: number }>(insert, [people.douala]);
  const client = row?.id as number;
  let made = 0;

  async function contrat(date_effet: Jour, montant: number, periodicite: Periodicite, duree: Duree, jours_grace = 0) {
    made += 1;
    const police = `POL${made}`;
    const own = {
      client_id: client,
      succursale_id: people.douala,
      police,
      date_effet,
      montant,
      periodicite,
      jours_grace,
    };
    return { id: await makeContrat(db.database, { ...own, ...duree }), police };
  }

  /** Rows as they stand on a day. */
  async function on<T extends object>(jour: Jour, text: string, values: unknown[]): Promise<T[]> {
    const line = await db.database.connect();
    try {
      await line.query('begin');
      await line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
      return (await line.query<T>(text, values)).rows;
    } finally {
      await line.query('rollback');
      line.release();
    }
  }

  return {
    db,
    people,
    client,
    contrat,
    cotisations: (jour: Jour, police: string) =>
      on<Cotisation>(jour, 'select * from cotisations where police = $1 order by terme, periode', [police]),
    contratOf: async (jour: Jour, police: string) =>
      (await on<Contrat>(jour, 'select * from contrats where police = $1', [police]))[0] as Contrat,
  };
}

export type Portfolio = Awaited<ReturnType<typeof portfolio>>;
