import { type Actor, can, demand, isHeadOffices } from '../access.ts';
import type { Action } from '../action.ts';
import { introuvable, refuse } from '../errors.ts';
import type { Resource } from '../resource.ts';
import type { Row } from '../row.ts';
import { shapeOf } from '../shape.ts';
import { parse } from '../validation.ts';
import { actBehind } from './behind.ts';
import { snapshot } from './differences.ts';
import { checkNamedRows } from './input.ts';
import { shownOnce, type Transaction } from './transaction.ts';
import { type Answer, keep, take, type Values } from './write.ts';

/** Carries out a verb of the business on one row. @throws 404, 403, 400, 409 with the reason, 412 */
export async function act(
  tx: Transaction,
  resource: Resource,
  id: number,
  name: string,
  body: unknown,
  revision?: number,
): Promise<Answer & { resultat?: Values }> {
  if (resource.behind) return actBehind(tx, resource, id, name, body, revision);
  const action = actionOf(resource, name);
  demand(tx.caller.actor, resource, name);
  const input = parse(action.input, body ?? {}) as Values;
  const row = await take(tx, resource, id, revision);
  await checkNamedRows(tx, shapeOf(action.input), input);
  const allowed = action.when(row);
  if (allowed !== true) throw refuse(allowed);
  const before = snapshot(resource, row);
  const own = { ...tx, caller: { ...tx.caller, motif: (input.motif as string | undefined) ?? tx.caller.motif } };
  const resultat = await action.run(row, input, { tx: own });
  if (resultat && action.secret) shownOnce.add(resultat);
  const answer = await keep(own, resource, row, before, name);
  return resultat ? { ...answer, resultat } : answer;
}

export function actionOf(resource: Resource, name: string): Action {
  const found = resource.actions.find((action) => action.name === name);
  if (!found) throw introuvable('action_inconnue');
  return found;
}

/** A row's plain values as what its actions look at: of a view, the row behind it. */
export function rowFor(resource: Resource, values: Values): Row {
  const { entity } = resource.behind?.rows ?? resource;
  return Object.assign(Object.create(entity.prototype), resource.behind?.like?.(values) ?? values) as Row;
}

/** What this person may do with this row now: the verbs, and the actions that its state allows. */
export function possibleActions(actor: Actor, resource: Resource, values: Values, corbeille = false): string[] {
  if (corbeille) return ['restaurer', 'detruire'].filter((verb) => can(actor, resource, verb));
  if (isHeadOffices(actor, resource, values)) return [];
  const row = rowFor(resource, values);
  const verbs = ['modifier', 'supprimer'].filter((verb) => can(actor, resource, verb));
  const named = resource.actions.filter(({ name, when }) => can(actor, resource, name) && when(row) === true);
  return [...verbs, ...named.map(({ name }) => name)];
}
