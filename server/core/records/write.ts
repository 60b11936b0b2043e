import { type Actor, demand, isHeadOffices, scopeOf } from '../access.ts';
import { champInvalide, interdit, introuvable, perime, refuse } from '../errors.ts';
import { journalize } from '../journal/journal.ts';
import { nextNumber } from '../numbering.ts';
import { oneStatement } from '../query/list.ts';
import { Params } from '../query/params.ts';
import { type Resource, resourceOf, type Verb } from '../resource.ts';
import type { Row } from '../row.ts';
import { createBehind, removeBehind, updateBehind } from './behind.ts';
import { demandLiving, dependents } from './dependents.ts';
import { differences, snapshot } from './differences.ts';
import { checkReferences, readInput } from './input.ts';
import type { Transaction } from './transaction.ts';
import { checkUnique } from './unique.ts';

export type Values = Record<string, unknown>;

/** A row as its reader sees it after a write. */
export type Answer = Values & { id: number; revision: number; libelle: string };

/** @throws 409 for a verb that does not exist here; 403 */
function allow(tx: Transaction, resource: Resource, verb: Verb): void {
  const absent = !resource.readOnly && !resource.verbs.includes(verb);
  demand(tx.caller.actor, resource, absent ? 'lire' : verb);
  if (absent) throw refuse('verbe_absent', { permission: verb, ressource: resource.name });
}

export async function create(tx: Transaction, resource: Resource, body: unknown): Promise<Answer> {
  const { actor } = tx.caller;
  allow(tx, resource, 'creer');
  const read = readInput(actor, resource, body, { complete: true });
  if (resource.behind) return createBehind(tx, resource, read);
  const input = withOwnership(actor, resource, read);
  await checkReferences(tx, resource, input);
  for (const [field, pattern] of Object.entries(resource.numbered)) {
    input[field] ??= await nextNumber(tx, `${resource.name}.${field}`, pattern);
  }
  await checkUnique(tx, resource, input);
  const row = tx.em.create(resource.entity, { ...defaultsOf(resource), ...input }) as Row;
  await resource.prepare?.(row, tx);
  await obey(tx, resource, undefined, row);
  await save(tx, resource, row);
  const answer = await reread(tx, resource, row.id);
  const apres = differences({}, snapshot(resource, { ...row, ...answer })).apres;
  await journalize(tx, { action: 'creer', ...(await about(tx, resource, answer)), apres });
  return answer;
}

/** @param revision what the person last saw; a row that has moved on since is not overwritten (412) */
export async function update(
  tx: Transaction,
  resource: Resource,
  id: number,
  body: unknown,
  revision?: number,
  complete = false,
): Promise<Answer> {
  allow(tx, resource, 'modifier');
  if (resource.behind) return updateBehind(tx, resource, id, body, revision, complete);
  const row = await take(tx, resource, id, revision);
  const before = snapshot(resource, row);
  const input = readInput(tx.caller.actor, resource, body, { before, complete });
  await checkReferences(tx, resource, input, before);
  await checkUnique(tx, resource, input, before);
  Object.assign(row, input);
  return keep(tx, resource, row, before, 'modifier');
}

/** Saves a row that was taken and changed, with its line in the journal; an unchanged row keeps its revision. */
export async function keep(
  tx: Transaction,
  resource: Resource,
  row: Row,
  before: Values,
  action: string,
): Promise<Answer> {
  const { avant, apres } = differences(before, snapshot(resource, row));
  const changed = Object.keys(apres).length > 0;
  if (changed) {
    await obey(tx, resource, before, row);
    await save(tx, resource, row);
  }
  const answer = await reread(tx, resource, row.id);
  if (changed || action !== 'modifier')
    await journalize(tx, { action, ...(await about(tx, resource, answer)), avant, apres });
  return answer;
}

export async function remove(tx: Transaction, resource: Resource, id: number, revision?: number): Promise<void> {
  allow(tx, resource, 'supprimer');
  if (resource.behind) return removeBehind(tx, resource, id, revision);
  const row = await take(tx, resource, id, revision);
  const before = snapshot(resource, row);
  await free(tx, resource, row);
  await obey(tx, resource, before, undefined);
  const line = { action: 'supprimer', ...(await about(tx, resource, await reread(tx, resource, id))), avant: before };
  if (resource.restorable) {
    await tx.query(`update ${resource.name} set supprime_le = now(), revision = revision + 1 where id = $1`, [id]);
  } else {
    await tx.em.remove(row);
  }
  tx.changed(resource.name);
  await journalize(tx, line);
}

export async function restore(tx: Transaction, resource: Resource, id: number, revision?: number): Promise<Answer> {
  demand(tx.caller.actor, resource, 'restaurer');
  const row = await take(tx, resource, id, revision, true);
  await checkUnique(tx, resource, snapshot(resource, row), { id });
  await demandLiving(tx, resource, row);
  await resource.welcomeBack?.(row, tx);
  await tx.query(`update ${resource.name} set supprime_le = null, revision = revision + 1 where id = $1`, [id]);
  tx.changed(resource.name);
  const answer = await reread(tx, resource, id);
  await journalize(tx, { action: 'restaurer', ...(await about(tx, resource, answer)) });
  return answer;
}

/** For good: only a row that deletion has already put aside. */
export async function destroy(tx: Transaction, resource: Resource, id: number, revision?: number): Promise<void> {
  demand(tx.caller.actor, resource, 'detruire');
  const row = await take(tx, resource, id, revision, true);
  await free(tx, resource, row);
  const gone = await about(tx, resource, await reread(tx, resource, id, true));
  await tx.query(`delete from ${resource.name} where id = $1`, [id]);
  tx.changed(resource.name);
  await journalize(tx, { action: 'detruire', ...gone, avant: snapshot(resource, row) });
}

/** Locks the row for this transaction. @throws 404 outside the scope, 412 when it has moved on */
export async function take(
  tx: Transaction,
  resource: Resource,
  id: number,
  revision?: number,
  corbeille = false,
): Promise<Row> {
  const { actor } = tx.caller;
  await takeParent(tx, resource, id);
  const params = new Params();
  const conditions = [
    `t.id = ${params.add(id)}`,
    resource.restorable && `t.supprime_le is ${corbeille ? 'not ' : ''}null`,
    scopeOf(actor, resource, 't', params),
  ].filter(Boolean);
  const found = await tx.query(
    `select from ${resource.name} t where ${conditions.join(' and ')} for update`,
    params.values,
  );
  const row = found.length > 0 ? await tx.em.findOne(resource.entity, { where: { id }, withDeleted: true }) : null;
  if (!row) throw introuvable();
  if (isHeadOffices(actor, resource, row)) throw interdit('interdit_commune');
  if (revision !== undefined && revision !== row.revision) {
    throw perime(await reread(tx, resource, id, corbeille));
  }
  return row;
}

/** First the row that others share, then the row itself: two who change neighbours never wait for each other. */
async function takeParent(tx: Transaction, { name, within, fields }: Resource, id: number): Promise<void> {
  const target = within && fields.get(within)?.target;
  if (!target) return;
  await tx.query(
    `select from ${resourceOf(target()).name} where id = (select ${within} from ${name} where id = $1) for no key update`,
    [id],
  );
}

export async function reread(tx: Transaction, resource: Resource, id: number, corbeille = false): Promise<Answer> {
  const { text, values } = oneStatement(tx.caller.actor, resource, id, { corbeille });
  const [found] = await tx.query<{ json: string }>(text, values);
  if (!found) throw champInvalide(String(resource.branch ?? 'id').split('.')[0] ?? 'id', 'hors_perimetre');
  return JSON.parse(found.json) as Answer;
}

async function save(tx: Transaction, resource: Resource, row: Row): Promise<void> {
  if (isHeadOffices(tx.caller.actor, resource, row)) throw interdit('interdit_commune');
  await tx.em.save(row);
  tx.changed(resource.name);
}

async function obey(
  tx: Transaction,
  { rules }: Resource,
  before: Values | undefined,
  after: Row | undefined,
): Promise<void> {
  for (const rule of rules) await rule({ before: before as unknown as Row, after, tx });
}

async function free(tx: Transaction, resource: Resource, row: Row): Promise<void> {
  const [blocking] = await dependents(tx, resource, row.id);
  if (blocking) throw refuse('dependances', { table: blocking.name });
}

/** What a new row holds where nothing was said, so that the rules see the row as it will be. */
const defaultsOf = ({ fields }: Resource): Values =>
  structuredClone(
    Object.fromEntries(
      [...fields.values()].filter((field) => field.default !== undefined).map((field) => [field.name, field.default]),
    ),
  );

/** A new row is its maker's unless they say otherwise: in their succursale, in their name. */
function withOwnership(actor: Actor, { branch, common, owner, fields }: Resource, input: Values): Values {
  const own = { ...input };
  const everybodys = common && actor.portee === 'toutes';
  if (!everybodys && branch && fields.get(branch)?.kind === 'reference' && actor.succursale_id)
    own[branch] ??= actor.succursale_id;
  if (owner && actor.portee === 'personnel') own[owner] ??= actor.id;
  if (branch && fields.get(branch)?.kind === 'reference' && own[branch] == null && !fields.get(branch)?.optional) {
    throw champInvalide(branch, 'obligatoire');
  }
  return own;
}

/** Which row a line of the journal is about, and whose succursale it is. */
async function about(tx: Transaction, resource: Resource, row: Answer) {
  const { name, branch } = resource;
  const succursale_id = branch && branch !== 'shared' ? await branchOf(tx, resource, branch, row.id) : undefined;
  return { ressource: name, objet_id: row.id, objet: row.libelle, succursale_id };
}

async function branchOf(tx: Transaction, resource: Resource, path: string, id: number): Promise<number | undefined> {
  const [head = '', ...rest] = path.split('.');
  const [row] = await tx.query<{ value: number | null }>(
    `select ${head} as value from ${resource.name} where id = $1`,
    [id],
  );
  const value = row?.value ?? undefined;
  const target = resource.fields.get(head)?.target;
  return rest.length > 0 && value && target ? branchOf(tx, resourceOf(target()), rest.join('.'), value) : value;
}
