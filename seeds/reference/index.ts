import type { DataSource } from 'typeorm';
import { seedParametres } from './parametres.ts';
import { seedProduits } from './produits.ts';
import { seedRoles } from './roles.ts';

/** What every installation needs, production too. May be run again at any time: nothing that was changed is undone. */
export async function seedReference(source: DataSource): Promise<void> {
  const db = source.createQueryRunner();
  try {
    await db.startTransaction();
    await seedRoles(db);
    await seedParametres(db);
    await seedProduits(db);
    await db.commitTransaction();
  } catch (error) {
    await db.rollbackTransaction();
    throw error;
  } finally {
    await db.release();
  }
}
