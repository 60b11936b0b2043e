import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSinistres1763690008000 implements MigrationInterface {
  name = 'CreateSinistres1763690008000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
