import type { PoolClient } from 'pg';
import type { Jour } from '../../../core/jours.ts';
import { AN, type Portfolio, portfolio } from '../../assurance/portfolio.fixture.ts';
import type { Lecteur } from '../lecteur.ts';
import { type Rattrapage, rattrapageDe } from './rattrapage.ts';

export const EFFET = '2026-01-31';

export interface Cas {
  jour: Jour;
  effet?: Jour;
  /** Francs, on the first day. */
  paye?: number;
  grace?: number;
  periodicite?: 'mensuelle' | 'trimestrielle' | 'unique';
  statut?: string;
  /** What else has happened, with `$1` the souscription. */
  puis?: string;
}

/** Contrats of 1 000 francs a period, on any day; nothing of what is done to them stays. */
export async function openLivre() {
  const book: Portfolio = await portfolio();
  /** A line to the database on a day of its own, and nothing of it stays. */
  async function on<T>(jour: Jour, work: (db: Lecteur, line: PoolClient) => Promise<T>): Promise<T> {
    const line = await book.db.database.connect();
    try {
      await line.query('begin');
      await line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
      return await work({ query: async (text, values) => (await line.query(text, values)).rows }, line);
    } finally {
      await line.query('rollback');
      line.release();
    }
  }

  let made = 0;
  const payer = (line: PoolClient, id: number, montant: number) =>
    line.query(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
       values ($1, $2, 'cotisation', 'especes', $3, 'reussi', instant_metier())`,
      [`PR-${++made}`, id, montant],
    );
  const couvert = async (line: PoolClient, id: number, jour: Jour): Promise<boolean> =>
    (await line.query('select couverture_le($1, $2) as couvert', [id, jour])).rows[0].couvert;
  const moveTo = (line: PoolClient, jour: Jour) =>
    line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);

  /** 1 000 francs a period, for a year. */
  async function cas<T>(
    { jour, effet = EFFET, paye = 1000, grace = 0, periodicite = 'mensuelle', statut = 'activee', puis }: Cas,
    work: (found: Rattrapage, line: PoolClient, id: number) => Promise<T>,
  ): Promise<T> {
    const { id, police } = await book.contrat(effet, 1000, periodicite, AN, grace);
    return on(effet, async (db, line) => {
      if (paye > 0) await payer(line, id, paye);
      await line.query('update souscriptions set statut = $2, date_effet = $3 where id = $1', [id, statut, effet]);
      await moveTo(line, jour);
      if (puis) await line.query(puis, [id]);
      return work(await rattrapageDe(db, { police, souscription_id: id }), line, id);
    });
  }

  return { book, on, payer, couvert, moveTo, cas, close: () => book.db.close() };
}
