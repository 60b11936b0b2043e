import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExtendAssurance1763690006000 implements MigrationInterface {
  name = 'ExtendAssurance1763690006000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
