import type { Langue } from '../../core/messages/messages.ts';
import { answering, failing } from './answers.ts';
import type { Operation, Parameter, Paths, Schema } from './types.ts';
import { words } from './words.ts';

/** The addresses that anybody may read: health, and the documents about the rest. */
export function servicePaths(langue: Langue): Paths {
  const { service: said, answers, parameters } = words(langue);
  const inLanguage: Parameter = {
    name: 'langue',
    in: 'query',
    description: parameters.langue,
    schema: { type: 'string', enum: ['fr', 'en'] },
  };
  const statut: Schema = {
    type: 'object',
    properties: { statut: { type: 'string', const: 'ok' } },
    required: ['statut'],
    example: { statut: 'ok' },
  };
  const get = (name: string, summary: string, own: Partial<Operation>, schema: Schema): { get: Operation } => ({
    get: {
      operationId: `service_${name}`,
      tags: ['service'],
      summary,
      security: [],
      ...own,
      responses: { 200: answering(answers.ok, schema), ...own.responses },
    },
  });
  return {
    '/health': get('health', said.health, { responses: failing(503) }, statut),
    '/schema': get(
      'schema',
      said.schema,
      { parameters: [inLanguage], responses: failing(400) },
      { type: 'object', required: ['openapi', 'paths'] },
    ),
    '/postman': get(
      'postman',
      said.postman,
      { parameters: [inLanguage], responses: failing(400) },
      { type: 'object', required: ['info', 'item'] },
    ),
  };
}
