import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConversations1763690011000 implements MigrationInterface {
  name = 'CreateConversations1763690011000';

  async up(_db: QueryRunner): Promise<void> {}

  async down(_db: QueryRunner): Promise<void> {}
}
