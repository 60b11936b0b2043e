import { createHash } from 'node:crypto';

/** A line as text, column by column, as `sealedColumns` reads it. */
export type SealedLine = Record<string, string | null>;

/**
 * What a seal covers, in this order: every column but `recherche`, which PostgreSQL computes from three of them.
 * A column that is added later goes to the end and stays null in older lines, so that their seals hold.
 */
export const sealed = [
  'id',
  'horodatage',
  'utilisateur_id',
  'auteur',
  'role',
  'surface',
  'action',
  'resultat',
  'ressource',
  'objet_id',
  'objet',
  'succursale_id',
  'motif',
  'avant',
  'apres',
  'details',
  'adresse_ip',
  'requete_id',
  'revision',
] as const;

const asText = (name: string, alias: string): string =>
  name === 'horodatage' ? `trunc(extract(epoch from ${alias}.horodatage) * 1000000)::text` : `${alias}.${name}::text`;

/** The select list that gives a `SealedLine`: no setting of the session changes what it says. */
export const sealedColumns = (alias: string): string =>
  sealed.map((name) => `${asText(name, alias)} as ${name}`).join(', ');

/**
 * The bytes that are hashed: for each column that is not null `name=length:value` and a line feed, the length being
 * that of the value in bytes of UTF-8. docs/decisions/0005-journal-seals.md says it for those who check from outside.
 */
export function canonicalForm(line: SealedLine): Buffer {
  const parts = sealed.flatMap((name) => {
    const value = line[name];
    return value == null ? [] : [`${name}=${Buffer.byteLength(value)}:${value}\n`];
  });
  return Buffer.from(parts.join(''));
}

/** What stands before the first line. */
export const ORIGIN: Buffer = Buffer.alloc(32);

/** SHA-256 of the seal before and the line: 32 bytes. */
export const seal = (before: Buffer, line: SealedLine): Buffer =>
  createHash('sha256').update(before).update(canonicalForm(line)).digest();
