import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBorne1763690010000 implements MigrationInterface {
  name = 'CreateBorne1763690010000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
