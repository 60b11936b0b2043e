import type { Langue } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { BATCH_MAX } from '../rest/routes.ts';
import type { ErrorStatus } from './answers.ts';
import { shared } from './parameters.ts';
import type { Media, Operation, Ref, Schema } from './types.ts';
import { fill, named, words } from './words.ts';

export const readingErrors: ErrorStatus[] = [400, 401, 403, 503];
export const rowErrors: ErrorStatus[] = [...readingErrors, 404];
export const writingErrors: ErrorStatus[] = [...readingErrors, 409, 413, 415];

/** The parameter that every operation takes. */
export const inLanguage = shared('acceptLanguage');

type Said = ReturnType<typeof words>;
type Verb = keyof Said['summaries'] & keyof Said['descriptions'];
export type Say = (verb: Verb, own: Partial<Operation> & Pick<Operation, 'responses'>) => Operation;

/** Makes the operations of a resource, with the name, the tag and the sentences that belong to their verb. */
export function speaker(resource: Resource, langue: Langue): Say {
  const { summaries, descriptions } = words(langue);
  return (verb, own) => ({
    operationId: `${resource.name}_${verb}`,
    tags: [resource.name],
    summary: fill(summaries[verb], named(langue, resource)),
    description: fill(descriptions[verb], { batch: BATCH_MAX }),
    ...own,
  });
}

export const bodyOf = (
  schema: Schema | Ref,
  { required = true, ...media }: Partial<Media> & { required?: boolean } = {},
) => ({
  required,
  content: { 'application/json': { schema, ...media } },
});
