import { scopeOf } from '../access.ts';
import { refuse } from '../errors.ts';
import { Params } from '../query/params.ts';
import type { Resource } from '../resource.ts';
import { same } from './differences.ts';
import type { Transaction } from './transaction.ts';

/**
 * No two living rows that this person may reach share a `unique` value. A row beyond their reach does not count,
 * or the refusal would tell of it: there the table's own index decides what must hold for all.
 * @throws 409 naming the field
 */
export async function checkUnique(
  tx: Transaction,
  resource: Resource,
  values: Record<string, unknown>,
  before: Record<string, unknown> = {},
): Promise<void> {
  for (const { name, unique } of resource.fields.values()) {
    const value = values[name];
    if (!unique || value == null || same(value, before[name])) continue;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [`${resource.name}.${name}=${value}`]);
    const params = new Params();
    const conditions = [
      `t.${name} = ${params.add(value)}`,
      `t.id is distinct from ${params.add(before.id ?? null)}::bigint`,
      resource.restorable && 't.supprime_le is null',
      scopeOf(tx.caller.actor, resource, 't', params),
    ].filter(Boolean);
    const [taken] = await tx.query(
      `select from ${resource.name} t where ${conditions.join(' and ')} limit 1`,
      params.values,
    );
    if (taken) throw refuse('deja_utilise', {}, { [name]: [{ key: 'deja_utilise' }] });
  }
}
