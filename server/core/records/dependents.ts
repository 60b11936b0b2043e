import { refuse } from '../errors.ts';
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

/** What a row refers to must be there before it comes back. @throws 409 naming the field */
export async function demandLiving(tx: Transaction, { fields }: Resource, row: object): Promise<void> {
  for (const { name, target } of fields.values()) {
    const id = (row as Record<string, unknown>)[name];
    const parent = target && resourceOf(target());
    if (!parent?.restorable || id == null) continue;
    const text = `select from ${parent.name} where id = $1 and supprime_le is null for key share`;
    const found = await tx.query(text, [id]);
    if (found.length > 0) continue;
    throw refuse(
      'restaurer_dabord',
      { table: parent.name },
      { [name]: [{ key: 'restaurer_dabord', params: { table: parent.name } }] },
    );
  }
}
