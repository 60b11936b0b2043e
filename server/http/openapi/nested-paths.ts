import type { Langue } from '../../core/messages/messages.ts';
import { type Resource, referenceTo } from '../../core/resource.ts';
import { answering, failing } from './answers.ts';
import { inLanguage, rowErrors, speaker } from './operation.ts';
import { pageOf, shared } from './parameters.ts';
import { schemaNames } from './resource-schemas.ts';
import { type Operation, type Paths, refTo } from './types.ts';
import { fill, named, words } from './words.ts';

/** The lists of what belongs to one row: `/clients/{id}/projets`. */
export function nestedPaths(resources: readonly Resource[], langue: Langue): Paths {
  const paths: Paths = {};
  for (const parent of resources)
    for (const child of resources.filter((each) => referenceTo(parent, each)))
      paths[`/${parent.name}/{id}/${child.name}`] = { get: list(parent, child, langue) };
  return paths;
}

function list(parent: Resource, child: Resource, langue: Langue): Operation {
  const { answers, descriptions, summaries } = words(langue);
  const { one } = named(langue, parent);
  return speaker(child, langue)('nested', {
    operationId: `${parent.name}_${child.name}`,
    tags: [parent.name],
    summary: fill(summaries.nested, { one, many: child.messages[langue].many }),
    description: fill(descriptions.nested, { one }),
    parameters: [...shared('id'), ...pageOf(child, langue), ...inLanguage],
    responses: { 200: answering(answers.ok, refTo('schemas', schemaNames(child).page)), ...failing(...rowErrors) },
  });
}
