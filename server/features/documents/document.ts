import { Column, Entity } from 'typeorm';
import { Choice, declare, Instant, Integer, Reference, Text } from '../../core/fields.ts';
import { allResources } from '../../core/resource.ts';
import { Row } from '../../core/row.ts';
import { Succursale } from '../organisation/succursales/succursale.ts';
import { Utilisateur } from '../organisation/utilisateurs/utilisateur.ts';

export const types = ['jpeg', 'pdf'] as const;
export type TypeDocument = (typeof types)[number];

export const canaux = ['agence', 'borne', 'espace'] as const;
export type CanalDocument = (typeof canaux)[number];

/** What has documents stands beside this feature or above it: known by the name of its resource alone. */
const named = (name: string) => () => {
  const found = allResources().find((resource) => resource.name === name);
  if (!found) throw new Error(`${name} is not declared`);
  return found.entity;
};

/** A photo or a paper that was sent. It stays as it came; once taken back, its file is gone and its row remains. */
@Entity('documents')
export class Document extends Row {
  @Reference(named('sinistres'), { optional: true, readOnly: true })
  sinistre_id!: number | null;

  /** That of what it belongs to. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  /** As its sender called it, with the ending of what it is. */
  @Text({ max: 120, readOnly: true })
  nom!: string;

  @Choice(types, { readOnly: true })
  type!: TypeDocument;

  /** Bytes. */
  @Integer({ readOnly: true })
  taille!: number;

  /** SHA-256 of what is kept. */
  @Text({ readOnly: true })
  empreinte!: string;

  @Choice(canaux, { readOnly: true, default: 'agence' })
  canal!: CanalDocument;

  /** Nobody of the house where a client sent it. */
  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  depose_par_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  retire_le!: Date | null;

  /** Told by PostgreSQL: where it is opened, below the API. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  fichier!: string | null;

  @Column({ type: 'text', select: false })
  cle!: string;

  retirer() {
    this.retire_le = new Date();
  }
}

declare(Document.prototype, { name: 'fichier', kind: 'text', readOnly: true, optional: true });
