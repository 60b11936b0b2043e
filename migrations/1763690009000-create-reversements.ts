import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReversements1763690009000 implements MigrationInterface {
  name = 'CreateReversements1763690009000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
