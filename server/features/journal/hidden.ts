import { can, visibleFields } from '../../core/access.ts';
import { allResources, type Shown } from '../../core/resource.ts';

/** What a person may not see in a row, they do not see in its past either; nothing of rows that they may not read. */
export const withoutHidden: Shown = (actor, column, params) => {
  const cases = allResources().flatMap((resource) => {
    if (!can(actor, resource, 'lire')) return [`when ${params.add(resource.name)} then null`];
    const visible = visibleFields(actor, resource).map(({ name }) => name);
    const hidden = [...resource.fields.keys()].filter((name) => !visible.includes(name));
    return hidden.length > 0
      ? [`when ${params.add(resource.name)} then ${column} - ${params.add(hidden)}::text[]`]
      : [];
  });
  const alias = column.split('.')[0];
  return cases.length > 0 ? `case ${alias}.ressource ${cases.join(' ')} else ${column} end` : column;
};
