import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchWithinSuccursale1763690004000 implements MigrationInterface {
  name = 'SearchWithinSuccursale1763690004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gin;

      -- Finds a name in one succursale without reading the others' clients; without a succursale it serves as before.
      drop index clients_recherche;
      create index clients_recherche on clients using gin (succursale_id, recherche gin_trgm_ops);

      -- From a sample of a hundred the planner takes a common name for a rare one, and sorts thousands of rows for 25.
      alter table clients alter recherche set statistics 500;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table clients alter recherche set statistics -1;
      drop index clients_recherche;
      create index clients_recherche on clients using gin (recherche gin_trgm_ops);
      drop extension btree_gin;
    `);
  }
}
