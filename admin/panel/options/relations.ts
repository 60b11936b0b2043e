import { type Actor, can } from '../../../server/core/access.ts';
import type { Field } from '../../../server/core/fields.ts';
import { labelOf, type Resource, resourceOf } from '../../../server/core/resource.ts';
import { resources, secondaires } from '../../../server/features.ts';
import { type Lien, liens } from '../../../server/liens.ts';

/** Rows elsewhere that belong to a row here. */
export interface Relation {
  resource: Resource;
  /** The field there that leads here. */
  field: Field;
  /** The field of the row here with what it holds. */
  by: string;
  /** The rows in between, and the reference by which those belong to the row here. */
  through?: { resource: Resource; field: Field };
  /** Shown always, empty or not. */
  declared?: boolean;
  name?: string;
}

/**
 * What belongs to the rows of a resource: first what is declared, then what else refers to them, in the order of the
 * menu; for a view also what refers to the rows behind it. A reference counts when it is named after what it refers to
 * (`client_id`) or stays within its own resource (`parent_id`). One named after a part that somebody played
 * (`decideur_id`) tells who did something.
 */
export function relationsOf(resource: Resource): Relation[] {
  const { behind } = resource;
  const known = [{ target: resource, by: 'id' }, ...(behind ? [{ target: behind.rows, by: behind.by as string }] : [])];
  const declared = (liens.get(resource) ?? []).map((lien) => relationOf(resource, lien));
  const others = resources.filter((other) => !declared.some((relation) => relation.resource === other));
  const found = others.flatMap((other) =>
    known.flatMap(({ target, by }) =>
      other === resource && target !== resource
        ? []
        : references(other, target).map((field) => ({ resource: other, field, by })),
    ),
  );
  return [...declared, ...found];
}

/** @throws when the declaration names no field */
function relationOf(resource: Resource, { of, field: named, by = 'id', through, name }: Lien): Relation {
  const field = named ? of.fields.get(named) : references(of, through ?? resource)[0];
  const way = through && references(through, resource)[0];
  if (!field || (through && !way)) throw new Error(`${of.name} does not lead to ${resource.name}`);
  return { resource: of, field, by, declared: true, name, through: way && { resource: through, field: way } };
}

const references = (from: Resource, to: Resource): Field[] =>
  [...from.fields.values()].filter(
    (field) =>
      field.kind === 'reference' &&
      resourceOf(field.target?.()) === to &&
      (from === to || to.name.startsWith(labelOf(field))),
  );

/** Whether the menu has it: what is read from its parents is left out, unless this person reads none of them. */
export const inMenu = (actor: Actor, resource: Resource): boolean =>
  !secondaires.includes(resource) || !parentsOf(resource).some((parent) => can(actor, parent, 'lire'));

/** The resources of the menu whose rows lead to those of this one. */
export const parentsOf = (resource: Resource): Resource[] =>
  resources.filter(
    (parent) => !secondaires.includes(parent) && relationsOf(parent).some((relation) => relation.resource === resource),
  );
