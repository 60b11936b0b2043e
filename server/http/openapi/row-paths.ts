import type { Action } from '../../core/action.ts';
import { type Langue, permissionLabel } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { answering, failing, withoutBody } from './answers.ts';
import { bodyOf, inLanguage, rowErrors, speaker, writingErrors } from './operation.ts';
import { expandOf, ownOf, shared } from './parameters.ts';
import { schemaNames } from './resource-schemas.ts';
import { type Operation, type Paths, refTo } from './types.ts';
import { fill, named, words } from './words.ts';

/** The addresses of one row: to read, change and delete it, its history, and what can be done with it. */
export function rowPaths(resource: Resource, langue: Langue): Paths {
  const { name, verbs, restorable, actions } = resource;
  const { answers, descriptions, summaries } = words(langue);
  const say = speaker(resource, langue);
  const names = schemaNames(resource);
  const row = refTo('schemas', names.row);
  const theRow = { 200: answering(answers.ok, row, { ETag: 'etag' }) };
  const done = { 204: withoutBody(answers.done) };

  const retrieve = (): Operation =>
    say('retrieve', {
      parameters: [
        ...shared('id'),
        ...ownOf(resource, 'fields'),
        ...expandOf(resource),
        ...(restorable ? shared('corbeille') : []),
        ...inLanguage,
      ],
      responses: { ...theRow, ...failing(...rowErrors) },
    });

  const change = (verb: 'update' | 'partial_update', schema: string): Operation =>
    say(verb, {
      parameters: [...shared('id', 'ifMatch'), ...inLanguage],
      requestBody: bodyOf(refTo('schemas', schema)),
      responses: { ...theRow, ...failing(...writingErrors, 404, 412) },
    });

  const remove = (): Operation =>
    say('delete', {
      description: restorable ? descriptions.deleteRestorable : descriptions.delete,
      parameters: [...shared('id', 'ifMatch'), ...inLanguage],
      requestBody: bodyOf(refTo('schemas', 'Motif'), { required: resource.behind !== undefined }),
      responses: { ...done, ...failing(...rowErrors, 409, 412, 413, 415) },
    });

  const history = (): Operation =>
    say('historique', {
      parameters: [...shared('id'), ...inLanguage],
      responses: { 200: answering(answers.ok, refTo('schemas', 'Historique')), ...failing(...rowErrors) },
    });

  const restore = (): Operation =>
    say('restaurer', {
      parameters: [...shared('id', 'ifMatch', 'idempotencyKey'), ...inLanguage],
      responses: { ...theRow, ...failing(...rowErrors, 409, 412, 422) },
    });

  const destroy = (): Operation =>
    say('destruction', {
      parameters: [...shared('id', 'ifMatch'), ...inLanguage],
      responses: { ...done, ...failing(...rowErrors, 409, 412) },
    });

  const act = (action: Action, by: 'post' | 'patch'): Operation => {
    const label = permissionLabel(langue, resource, action.name);
    const resultat = { type: 'object', description: descriptions.result };
    const answer = { allOf: [row, { type: 'object', properties: { resultat } }] };
    return say('action', {
      operationId: `${name}_${action.name.replaceAll('-', '_')}${by === 'patch' ? '_patch' : ''}`,
      summary: fill(by === 'patch' ? summaries.patched : summaries.action, {
        action: label,
        one: named(langue, resource).one,
      }),
      description: action.reason ? `${descriptions.action} ${descriptions.reason}` : descriptions.action,
      parameters: [...shared('id', 'ifMatch', 'idempotencyKey'), ...inLanguage],
      requestBody: bodyOf(refTo('schemas', names.action(action.name)), {
        required: Object.keys(action.input.shape).length > 0,
      }),
      responses: { 200: answering(answers.ok, answer, { ETag: 'etag' }), ...failing(...writingErrors, 404, 412, 422) },
    });
  };

  const one = `/${name}/{id}`;
  const changing = { put: change('update', names.update), patch: change('partial_update', names.patch) };
  const writing = {
    ...(verbs.includes('modifier') ? changing : {}),
    ...(verbs.includes('supprimer') ? { delete: remove() } : {}),
  };
  return {
    [one]: { get: retrieve(), ...writing },
    [`${one}/historique`]: { get: history() },
    ...(restorable ? { [`${one}/restaurer`]: { post: restore() }, [`${one}/destruction`]: { delete: destroy() } } : {}),
    ...Object.fromEntries(
      actions.map((action) => [
        `${one}/${action.name}`,
        { post: act(action, 'post'), ...(action.also === 'patch' ? { patch: act(action, 'patch') } : {}) },
      ]),
    ),
  };
}
