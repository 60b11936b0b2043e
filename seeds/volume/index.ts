import { type DataSource, QueryFailedError } from 'typeorm';
import { CannotStart } from '../../server/explain.ts';
import { seedProduits } from '../reference/produits.ts';
import { loadClients, ouvrirSuccursales } from './clients.ts';
import { loadContrats } from './contrats.ts';

/** Telephones are drawn from five million numbers a country, which the demonstration does not use. */
export const CLIENTS_MAX = 5_000_000;
export const CONTRATS_MAX = 5_000_000;

/** Up to how many rows; what is not named stays as it is, but contrats need clients: two for three of them. */
export interface Asked {
  clients?: number;
  contrats?: number;
}

export interface Volume {
  /** How many were added. */
  clients: number;
  contrats: number;
  /** The codes of the succursales over which the clients are spread evenly. */
  succursales: string[];
}

const touched = [
  'clients',
  'agents',
  'produits',
  'souscriptions',
  'termes',
  'numeros_police',
  'interruptions',
  'paiements',
  'ecritures',
  'commissions',
  'especes_detenues',
];

/**
 * Brings clients and contrats up to these numbers (at most five million each) over five succursales, adding those
 * that are missing, with their payments and books. Names, towns, products and habits are believable, and the same at
 * every run.
 * @throws in production, and for contrats where the account of the database may not switch triggers off
 */
export async function seedVolume(source: DataSource, { clients, contrats = 0 }: Asked): Promise<Volume> {
  if (process.env.NODE_ENV === 'production')
    throw new CannotStart('Le volume d’essai ne se charge pas en production (NODE_ENV=production)');
  const asked = clients ?? Math.ceil((contrats * 2) / 3);
  within(asked, 1, CLIENTS_MAX, 'clients');
  within(contrats, 0, CONTRATS_MAX, 'contrats');
  const db = source.createQueryRunner();
  try {
    await db.query('set statement_timeout = 0');
    await db.startTransaction();
    const quartiers = await ouvrirSuccursales(db);
    const added = { clients: await loadClients(db, asked, quartiers), contrats: 0 };
    if (contrats > 0) {
      await seedProduits(db);
      added.contrats = await loadContrats(db, contrats, quartiers).catch(explained);
    }
    await db.commitTransaction();
    // A table without its visibility map counts slower than it ever will again.
    const written = contrats > 0 ? touched : ['clients'];
    await db.query(`vacuum (analyze) ${written.join(', ')}`);
    await db.query('analyze succursales');
    return { ...added, succursales: quartiers.map(({ code }) => code) };
  } catch (error) {
    if (db.isTransactionActive) await db.rollbackTransaction();
    throw error;
  } finally {
    await db.query('reset statement_timeout');
    await db.release();
  }
}

function within(n: number, min: number, max: number, what: string) {
  if (!Number.isInteger(n) || n < min || n > max) throw new RangeError(`from ${min} to ${max} ${what}`);
}

const DENIED = '42501';

function explained(error: unknown): never {
  const denied = error instanceof QueryFailedError && (error.driverError as { code?: string }).code === DENIED;
  if (!denied) throw error;
  throw new CannotStart('Charger des contrats en masse demande un superutilisateur de PostgreSQL (DATABASE_URL)');
}
