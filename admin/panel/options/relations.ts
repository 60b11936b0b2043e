import { type Actor, can } from '../../../server/core/access.ts';
import type { Field } from '../../../server/core/fields.ts';
import { labelOf, type Resource, resourceOf } from '../../../server/core/resource.ts';
import { resources, secondaires } from '../../../server/features.ts';

/** Rows elsewhere that belong to a row here. */
export interface Relation {
  resource: Resource;
  /** The reference there. */
  field: Field;
  /** The field of the row here with the key that the reference holds. */
  by: string;
}

/**
 * What refers to the rows of a resource, in the order of the menu; for a view also what refers to the rows behind it.
 * A reference counts when it is named after what it refers to (`client_id`) or stays within its own resource
 * (`parent_id`). One named after a part that somebody played (`decideur_id`) tells who did something.
 */
export function relationsOf(resource: Resource): Relation[] {
  const { behind } = resource;
  const known = [{ target: resource, by: 'id' }, ...(behind ? [{ target: behind.rows, by: behind.by as string }] : [])];
  return resources.flatMap((other) =>
    known.flatMap(({ target, by }) =>
      other === resource && target !== resource
        ? []
        : references(other, target).map((field) => ({ resource: other, field, by })),
    ),
  );
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
