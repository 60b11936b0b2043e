import { CreateDateColumn, DeleteDateColumn, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import { declare } from './fields.ts';

/** What every table has: a key, a revision that each change raises by one, and two instants. */
export abstract class Row {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @VersionColumn({ type: 'integer' })
  revision!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  cree_le!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  modifie_le!: Date;
}

/** A row that deletion only puts aside: it frees its unique values, can be brought back, or destroyed for good. */
export abstract class RestorableRow extends Row {
  @DeleteDateColumn({ type: 'timestamptz' })
  supprime_le!: Date | null;
}

declare(Row.prototype, { name: 'id', kind: 'id', readOnly: true });
declare(Row.prototype, { name: 'revision', kind: 'integer', readOnly: true });
declare(Row.prototype, { name: 'cree_le', kind: 'instant', readOnly: true });
declare(Row.prototype, { name: 'modifie_le', kind: 'instant', readOnly: true });
declare(RestorableRow.prototype, { name: 'supprime_le', kind: 'instant', readOnly: true, optional: true });
