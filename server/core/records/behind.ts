import { demand } from '../access.ts';
import { introuvable, perime, refuse } from '../errors.ts';
import { oneStatement } from '../query/list.ts';
import type { Behind, Resource } from '../resource.ts';
import { parse } from '../validation.ts';
import { act, actionOf } from './act.ts';
import { checkReferences, readInput } from './input.ts';
import type { Transaction } from './transaction.ts';
import { type Answer, reread, type Values } from './write.ts';

/** The view's row as this person sees it, and the key of the row behind it. @throws 404, 412 when it has moved on */
async function reach(
  tx: Transaction,
  resource: Resource,
  id: number,
  revision?: number,
): Promise<{ row: Values; key: number }> {
  const { text, values } = oneStatement(tx.caller.actor, resource, id);
  const [found] = await tx.query<{ json: string }>(text, values);
  if (!found) throw introuvable();
  const row = JSON.parse(found.json) as Answer;
  if (revision !== undefined && revision !== row.revision) throw perime(row);
  return { row, key: Number(row[behindOf(resource).by]) };
}

const behindOf = ({ behind }: Resource): Behind => behind as Behind;

export async function createBehind(tx: Transaction, resource: Resource, input: Values): Promise<Answer> {
  const { create } = behindOf(resource);
  if (!create) throw refuse('verbe_absent', { permission: 'creer', ressource: resource.name });
  const id = await create(tx, input);
  tx.changed(resource.name);
  return reread(tx, resource, id);
}

/** Only what differs from the row as it stands is handed on. */
export async function updateBehind(
  tx: Transaction,
  resource: Resource,
  id: number,
  body: unknown,
  revision?: number,
  complete = false,
): Promise<Answer> {
  const { update } = behindOf(resource);
  const { row, key } = await reach(tx, resource, id, revision);
  const input = readInput(tx.caller.actor, resource, body, { before: row, complete });
  await checkReferences(tx, resource, input, row);
  const changed = Object.fromEntries(Object.entries(input).filter(([name, value]) => row[name] !== value));
  if (!update) throw refuse('verbe_absent', { permission: 'modifier', ressource: resource.name });
  if (Object.keys(changed).length > 0) await update(tx, key, changed, revision);
  tx.changed(resource.name);
  return reread(tx, resource, id);
}

export async function removeBehind(tx: Transaction, resource: Resource, id: number, revision?: number): Promise<void> {
  const { remove } = behindOf(resource);
  const { key } = await reach(tx, resource, id, revision);
  if (!remove) throw refuse('verbe_absent', { permission: 'supprimer', ressource: resource.name });
  await remove(tx, key, revision);
  tx.changed(resource.name);
}

/** An action of the rows behind, asked of the view. */
export async function actBehind(
  tx: Transaction,
  resource: Resource,
  id: number,
  name: string,
  body: unknown,
  revision?: number,
): Promise<Answer & { resultat?: Values }> {
  const action = actionOf(resource, name);
  demand(tx.caller.actor, resource, name);
  parse(action.input, body ?? {});
  const { key } = await reach(tx, resource, id, revision);
  const { resultat } = await act(tx, behindOf(resource).rows, key, name, body, revision);
  tx.changed(resource.name);
  const answer = await reread(tx, resource, id);
  return resultat ? { ...answer, resultat } : answer;
}
