import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAvenants1763690012000 implements MigrationInterface {
  name = 'CreateAvenants1763690012000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
