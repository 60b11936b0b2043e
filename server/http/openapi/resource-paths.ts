import type { Langue } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { BATCH_MAX } from '../rest/routes.ts';
import { answering, failing } from './answers.ts';
import { bodyExample } from './examples.ts';
import { bodyOf, inLanguage, readingErrors, speaker, writingErrors } from './operation.ts';
import { filtersOf, measuresOf, ownOf, pageOf, shared } from './parameters.ts';
import { schemaNames } from './resource-schemas.ts';
import { rowPaths } from './row-paths.ts';
import { type Operation, type Paths, type Ref, refTo, type Schema } from './types.ts';
import { words } from './words.ts';

/** Every address of a resource, as the generated routes answer it. */
export function resourcePaths(resource: Resource, langue: Langue): Paths {
  const say = speaker(resource, langue);
  const { answers, descriptions } = words(langue);
  const names = schemaNames(resource);
  const filters = [...filtersOf(resource, langue), ...inLanguage];

  const list = (): Operation =>
    say('list', {
      parameters: [...pageOf(resource, langue), ...inLanguage],
      responses: { 200: answering(answers.ok, refTo('schemas', names.page)), ...failing(...readingErrors) },
    });

  const create = (): Operation => {
    const [input, row] = [refTo('schemas', names.input), refTo('schemas', names.row)];
    const several = (items: Ref): Schema => ({ type: 'array', items, minItems: 1, maxItems: BATCH_MAX });
    const examples = {
      ligne: { summary: descriptions.single, value: bodyExample(resource) },
      lot: { summary: descriptions.batch, value: [bodyExample(resource, { least: true })] },
    };
    return say('create', {
      parameters: [...shared('idempotencyKey'), ...inLanguage],
      requestBody: bodyOf({ oneOf: [input, several(input)] }, { examples }),
      responses: {
        201: answering(answers.created, { oneOf: [row, several(row)] }, { Location: 'location', ETag: 'etag' }),
        ...failing(...writingErrors, 422),
      },
    });
  };

  const aggregates = (): Operation =>
    say('agregats', {
      parameters: [...measuresOf(resource, langue), ...filters],
      responses: { 200: answering(answers.ok, refTo('schemas', names.aggregates)), ...failing(...readingErrors) },
    });

  const exporting = (): Operation =>
    say('export', {
      parameters: [...shared('format'), ...ownOf(resource, 'ordering', 'fields'), ...filters],
      responses: {
        200: {
          description: answers.file,
          headers: {
            'Content-Disposition': refTo('headers', 'contentDisposition'),
            'X-Request-Id': refTo('headers', 'requestId'),
          },
          content: {
            'text/csv': { schema: { type: 'string', contentMediaType: 'text/csv' } },
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
              schema: { type: 'string', contentEncoding: 'binary' },
            },
          },
        },
        ...failing(...readingErrors),
      },
    });

  return {
    [`/${resource.name}`]: { get: list(), ...(resource.verbs.includes('creer') ? { post: create() } : {}) },
    [`/${resource.name}/agregats`]: { get: aggregates() },
    [`/${resource.name}/export`]: { get: exporting() },
    ...rowPaths(resource, langue),
  };
}
