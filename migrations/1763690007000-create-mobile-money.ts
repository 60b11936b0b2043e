import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMobileMoney1763690007000 implements MigrationInterface {
  name = 'CreateMobileMoney1763690007000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
