import type { QueryRunner } from 'typeorm';
import { catalogue, codes } from '../../server/features/parametres/catalogue.ts';

/** Every setting stands in the list with its default until somebody sets it. */
export async function seedParametres(db: QueryRunner): Promise<void> {
  for (const code of codes) {
    await db.query('insert into parametres (code, valeur) values ($1, $2) on conflict (code) do nothing', [
      code,
      String(catalogue[code].defaut),
    ]);
  }
}
