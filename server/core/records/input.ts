import { z } from 'zod';
import { type Actor, can, mayWrite, scopeOf, visibleFields } from '../access.ts';
import { champInvalide, type FieldErrors, invalide } from '../errors.ts';
import { type Field, schemaOf } from '../fields.ts';
import { Params } from '../query/params.ts';
import { allResources, labelOf, type Resource, resourceOf } from '../resource.ts';
import type { Shape } from '../shape.ts';
import { parse } from '../validation.ts';
import { same } from './differences.ts';
import type { Transaction } from './transaction.ts';

type Values = Record<string, unknown>;

/** As it came: a name like `__proto__` is to be refused, not dropped. */
const anyObject = z.custom<Values>((body) => typeof body === 'object' && body !== null && !Array.isArray(body), {
  error: 'objet_attendu',
});

/**
 * Checks what a person sent for a row: unknown fields are named, fields they may not write are refused unless
 * they come back unchanged, the rest must fit its kind. Answers only what may be written.
 * `complete` asks for every required field (creation, PUT).
 */
export function readInput(
  actor: Actor,
  resource: Resource,
  body: unknown,
  options: { before?: Values; complete: boolean },
): Values {
  const sent = parse(anyObject, body);
  const visible = visibleFields(actor, resource);
  const known = new Map(visible.map((field) => [field.name, field]));
  const companions = new Set(['libelle', 'actions', ...visible.filter(isReference).map(labelOf)]);
  const errors: FieldErrors = Object.create(null);
  const own: Values = Object.create(null);

  for (const [name, value] of Object.entries(sent)) {
    const field = known.get(name);
    if (!field && !companions.has(name)) errors[name] = [{ key: 'champ_inconnu' }];
    if (!field) continue;
    if (mayWrite(actor, resource, field)) own[name] = value;
    else if (!unchanged(field, value, options.before)) errors[name] = [{ key: 'lecture_seule' }];
  }
  const read = rowSchema(actor, resource, options.complete).safeParse(own);
  if (!read.success || Object.keys(errors).length > 0)
    throw allErrors(errors, () => parse(rowSchema(actor, resource, options.complete), own));
  return read.data as Values;
}

function allErrors(errors: FieldErrors, attempt: () => unknown) {
  try {
    attempt();
  } catch (problem) {
    Object.assign(errors, (problem as { errors: FieldErrors }).errors);
  }
  return invalide(errors);
}

const isReference = (field: Field) => field.kind === 'reference';
const upkeep = ['id', 'revision', 'cree_le', 'modifie_le', 'supprime_le'];

function unchanged({ name, computed }: Field, value: unknown, before: Values | undefined): boolean {
  if (!before) return false;
  // It comes back with a row that was read, and says nothing.
  if (computed) return true;
  return same(before[name], value) || upkeep.includes(name) || sameInstant(before[name], value);
}

const sameInstant = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' && Date.parse(a) === Date.parse(b);

/** The writable fields as one schema. */
function rowSchema(actor: Actor, resource: Resource, complete: boolean): z.ZodObject {
  const shape = Object.fromEntries(
    visibleFields(actor, resource)
      .filter((field) => mayWrite(actor, resource, field))
      .map((field) => [
        field.name,
        complete && isDemanded(resource, field) ? schemaOf(field) : schemaOf(field).optional(),
      ]),
  );
  return z.strictObject(shape);
}

/** Whether a creation must bring this field: no default, no number of its own, not the caller's own branch. */
export function isDemanded({ numbered, branch, owner }: Resource, field: Field): boolean {
  const given = field.given || field.name in numbered || field.name === branch || field.name === owner;
  return !field.optional && field.default === undefined && !given;
}

/** Every reference that is written must be a living row that this person may read. @throws 400 naming the field */
export async function checkReferences(
  tx: Transaction,
  resource: Resource,
  input: Values,
  before?: Values,
): Promise<void> {
  const { actor } = tx.caller;
  for (const field of resource.fields.values()) {
    const id = input[field.name];
    if (field.kind !== 'reference' || id == null || same(id, before?.[field.name])) continue;
    if (field.name === resource.branch && id === actor.succursale_id) continue;
    if (field.name === resource.owner && id === actor.id) continue;
    if (!(await isReadable(tx, resourceOf(field.target?.()), id as number)))
      throw champInvalide(field.name, 'reference_inconnue');
  }
}

/** The same for the rows that an action's input names, at any depth: `lignes.0.agent_id`. */
export async function checkNamedRows(tx: Transaction, shape: Shape, value: unknown, path = ''): Promise<void> {
  if (value === null || value === undefined) return;
  if (shape.kind === 'group') {
    for (const [name, part] of Object.entries(shape.parts ?? {}))
      await checkNamedRows(tx, part, (value as Values)[name], path ? `${path}.${name}` : name);
  }
  if (shape.kind === 'list' && shape.item) {
    for (const [i, each] of (value as unknown[]).entries()) await checkNamedRows(tx, shape.item, each, `${path}.${i}`);
  }
  if (shape.kind !== 'reference') return;
  const target = allResources().find(({ name }) => name === shape.target);
  if (!target) throw new Error(`${path}: there is no resource "${shape.target}"`);
  if (!(await isReadable(tx, target, value as number))) throw champInvalide(path, 'reference_inconnue');
}

async function isReadable(tx: Transaction, target: Resource, id: number): Promise<boolean> {
  const { actor } = tx.caller;
  if (!can(actor, target, 'lire')) return false;
  const params = new Params();
  const conditions = [
    `t.id = ${params.add(id)}`,
    target.restorable && 't.supprime_le is null',
    scopeOf(actor, target, 't', params),
  ].filter(Boolean);
  const found = await tx.query(
    `select from ${target.name} t where ${conditions.join(' and ')} for key share`,
    params.values,
  );
  return found.length > 0;
}
