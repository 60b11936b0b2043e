import type { Action } from '../../core/action.ts';
import { type Langue, permissionLabel } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { BATCH_MAX } from '../rest/routes.ts';
import { answering, type ErrorStatus, failing, withoutBody } from './answers.ts';
import { bodyExample } from './examples.ts';
import { expandOf, filtersOf, measuresOf, ownOf, shared } from './parameters.ts';
import { schemaNames } from './resource-schemas.ts';
import { type Media, type Operation, type Paths, type PathItem, type Ref, refTo, type Schema } from './types.ts';
import { fill, named, words } from './words.ts';

const reading: ErrorStatus[] = [400, 401, 403, 503];
const onOne: ErrorStatus[] = [...reading, 404];
const writing: ErrorStatus[] = [...reading, 409, 413, 415];
const languages = shared('acceptLanguage');

/** Every address of a resource, as the generated routes answer it. */
export function resourcePaths(resource: Resource, langue: Langue): Paths {
  const { name, readOnly, restorable, actions } = resource;
  const say = speaker(resource, langue);
  const row = refTo('schemas', schemaNames(resource).row);
  const { answers } = words(langue);
  const changed = answering(answers.ok, row, { ETag: 'etag' });
  const one = `/${name}/{id}`;

  const collection: PathItem = { get: list(), ...(readOnly ? {} : { post: create() }) };
  const item: PathItem = { get: retrieve(), ...(readOnly ? {} : { put: change('update'), patch: change('partial_update'), delete: remove() }) };
  return {
    [`/${name}`]: collection,
    [`/${name}/agregats`]: { get: aggregates() },
    [`/${name}/export`]: { get: exporting() },
    [one]: item,
    [`${one}/historique`]: { get: history() },
    ...(restorable ? { [`${one}/restaurer`]: { post: restore() }, [`${one}/destruction`]: { delete: destroy() } } : {}),
    ...Object.fromEntries(actions.map((action) => [`${one}/${action.name}`, { post: act(action) }])),
  };

  function list(): Operation {
    const parameters = [...shared('page', 'page_size', 'cursor'), ...ownOf(resource, 'ordering', 'fields'), ...expandOf(resource)];
    const page = refTo('schemas', schemaNames(resource).page);
    return say('list', {
      parameters: [...parameters, ...filtersOf(resource, langue), ...languages],
      responses: { 200: answering(answers.ok, page), ...failing(...reading) },
    });
  }

  function create(): Operation {
    const input = refTo('schemas', schemaNames(resource).input);
    const many = (items: Ref): Schema => ({ type: 'array', items, minItems: 1, maxItems: BATCH_MAX });
    const { single, batch } = words(langue).descriptions;
    const full = bodyExample(resource);
    return say('create', {
      parameters: [...shared('idempotencyKey'), ...languages],
      requestBody: body({ oneOf: [input, many(input)] }, {
        examples: { ligne: { summary: single, value: full }, lot: { summary: batch, value: [bodyExample(resource, { least: true })] } },
      }),
      responses: {
        201: answering(answers.created, { oneOf: [row, many(row)] }, { Location: 'location', ETag: 'etag' }),
        ...failing(...writing, 422),
      },
    });
  }

  function retrieve(): Operation {
    const aside = restorable ? shared('corbeille') : [];
    return say('retrieve', {
      parameters: [...shared('id'), ...ownOf(resource, 'fields'), ...expandOf(resource), ...aside, ...languages],
      responses: { 200: changed, ...failing(...onOne) },
    });
  }

  function change(kind: 'update' | 'partial_update'): Operation {
    const { update, patch } = schemaNames(resource);
    return say(kind, {
      parameters: [...shared('id', 'ifMatch'), ...languages],
      requestBody: body(refTo('schemas', kind === 'update' ? update : patch)),
      responses: { 200: changed, ...failing(...writing, 404, 412) },
    });
  }

  function remove(): Operation {
    const { descriptions } = words(langue);
    return say('delete', {
      description: restorable ? descriptions.deleteRestorable : descriptions.delete,
      parameters: [...shared('id', 'ifMatch'), ...languages],
      responses: { 204: withoutBody(answers.done), ...failing(...onOne, 409, 412) },
    });
  }

  function history(): Operation {
    return say('historique', {
      parameters: [...shared('id'), ...languages],
      responses: { 200: answering(answers.ok, refTo('schemas', 'Historique')), ...failing(...onOne) },
    });
  }

  function aggregates(): Operation {
    return say('agregats', {
      parameters: [...measuresOf(resource, langue), ...filtersOf(resource, langue), ...languages],
      responses: { 200: answering(answers.ok, refTo('schemas', schemaNames(resource).aggregates)), ...failing(...reading) },
    });
  }

  function exporting(): Operation {
    const file = { schema: { type: 'string', contentMediaType: 'text/csv' } };
    const workbook = { schema: { type: 'string', contentEncoding: 'binary' } };
    return say('export', {
      parameters: [...shared('format'), ...ownOf(resource, 'ordering', 'fields'), ...filtersOf(resource, langue), ...languages],
      responses: {
        200: {
          description: answers.file,
          headers: { 'Content-Disposition': refTo('headers', 'contentDisposition'), 'X-Request-Id': refTo('headers', 'requestId') },
          content: { 'text/csv': file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': workbook },
        },
        ...failing(...reading),
      },
    });
  }

  function restore(): Operation {
    return say('restaurer', {
      parameters: [...shared('id', 'idempotencyKey'), ...languages],
      responses: { 200: changed, ...failing(...onOne, 409, 422) },
    });
  }

  function destroy(): Operation {
    return say('destruction', {
      parameters: [...shared('id'), ...languages],
      responses: { 204: withoutBody(answers.done), ...failing(...onOne, 409) },
    });
  }

  function act(action: Action): Operation {
    const { descriptions, summaries } = words(langue);
    const label = permissionLabel(langue, resource, action.name);
    const answer = { allOf: [row, { type: 'object', properties: { resultat: { type: 'object', description: descriptions.result } } }] };
    return say('action', {
      operationId: `${name}_${action.name.replaceAll('-', '_')}`,
      summary: fill(summaries.action, { action: label, one: named(langue, resource).one }),
      description: [descriptions.action, action.reason && descriptions.reason].filter(Boolean).join(' '),
      parameters: [...shared('id', 'ifMatch', 'idempotencyKey'), ...languages],
      requestBody: body(refTo('schemas', schemaNames(resource).action(action.name)), {}, Object.keys(action.input.shape).length > 0),
      responses: { 200: answering(answers.ok, answer, { ETag: 'etag' }), ...failing(...writing, 404, 412, 422) },
    });
  }
}

type Verb = keyof ReturnType<typeof words>['summaries'];

/** Makes operations with the name, the tag and the sentences that belong to their verb. */
function speaker(resource: Resource, langue: Langue) {
  const { summaries, descriptions } = words(langue);
  return (verb: Verb, own: Partial<Operation> & Pick<Operation, 'responses'>): Operation => ({
    operationId: `${resource.name}_${verb}`,
    tags: [resource.name],
    summary: fill(summaries[verb], named(langue, resource)),
    description: fill(descriptions[verb], { batch: BATCH_MAX }),
    ...own,
  });
}

const body = (schema: Schema | Ref, media: Partial<Media> = {}, required = true) => ({
  required,
  content: { 'application/json': { schema, ...media } },
});
