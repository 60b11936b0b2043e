import { allResources, type Resource, resourceOf } from '../resource.ts';
import type { Transaction } from './transaction.ts';

/** The resources with a living row that refers to this one. */
export async function dependents(tx: Transaction, resource: Resource, id: number): Promise<Resource[]> {
  const found: Resource[] = [];
  for (const other of allResources()) {
    for (const field of other.fields.values()) {
      if (field.kind !== 'reference' || other.readOnly || other.behind || resourceOf(field.target?.()) !== resource)
        continue;
      const living = other.restorable ? ' and supprime_le is null' : '';
      const rows = await tx.query(`select from ${other.name} where ${field.name} = $1${living} limit 1`, [id]);
      if (rows.length > 0) found.push(other);
    }
  }
  return found;
}
