import { z } from 'zod';
import {
  type Answer,
  type Media,
  type OpenAPIObject,
  type Operation,
  type Ref,
  resolve,
  type Schema,
} from '../types.ts';

/** An answer as it came over the wire; `body` only if it was JSON. */
export interface Came {
  status: number;
  headers: Headers;
  body?: unknown;
}

/** Holds answers against the document; for tests. Each mistake is one sentence; none means that the document is right. */
export function answerCheck(document: OpenAPIObject) {
  const schemas = document.components.schemas;
  const $defs = readable(schemas);
  const known = new Map<string, z.ZodType>();

  const zodOf = (schema: Schema | Ref): z.ZodType => {
    const key = JSON.stringify(schema);
    const made =
      known.get(key) ??
      z.fromJSONSchema({ ...(readable(schema) as object), $defs } as Parameters<typeof z.fromJSONSchema>[0]);
    known.set(key, made);
    return made;
  };

  return (operation: Operation, came: Came): string[] => {
    const where = `${operation.operationId} ${came.status}`;
    const found = operation.responses[came.status];
    if (!found) return [`${where}: this status is not in the document`];
    const answer = resolve<Answer>(document, found);
    const mistakes = Object.keys(answer.headers ?? {})
      .filter((name) => !came.headers.has(name) && !sometimes.includes(name))
      .map((name) => `${where}: the header ${name} is missing`);
    const type = came.headers.get('content-type')?.split(';')[0] ?? '';
    if (!answer.content)
      return came.body === undefined ? mistakes : [...mistakes, `${where}: a body that is not in the document`];
    const media: Media | undefined = answer.content[type];
    if (!media) return [...mistakes, `${where}: ${type || 'no body'} is not in the document`];
    if (!type.endsWith('json')) return mistakes;
    const read = zodOf(media.schema).safeParse(came.body);
    return [
      ...mistakes,
      ...(read.error?.issues ?? []).map(({ path, message }) => `${where}: ${path.join('.')}: ${message}`),
    ];
  };
}

/** A batch has neither of the first two; the third comes only when it was asked for. */
const sometimes = ['ETag', 'Location', 'Set-Cookie'];

/** References as zod finds them; it takes a relative address for no address at all. */
function readable(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll('"#/components/schemas/', '"#/$defs/')
    .replaceAll('"format":"uri-reference"', '"format":"any"');
  return JSON.parse(text);
}
