import { type PostmanItem, postmanItem } from './postman-request.ts';
import type { Method, OpenAPIObject } from './types.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

interface Variable {
  key: string;
  value: string;
  type: 'string';
}

interface Folder {
  name: string;
  description: string;
  item: PostmanItem[];
}

/** A Postman collection, format v2.1. */
export interface PostmanCollection {
  info: { name: string; description: string; version: string; schema: string };
  auth: { type: 'bearer'; bearer: { key: string; value: string; type: string }[] };
  variable: Variable[];
  item: Folder[];
}

/**
 * The document as a Postman collection: a folder per resource, with tokens and ids in variables that signing in,
 * listing and creating fill.
 * @param baseUrl where the API is, absolute
 */
export function postmanCollection(document: OpenAPIObject, { baseUrl }: { baseUrl: string }): PostmanCollection {
  const item = document.tags.map(
    (tag): Folder => ({
      name: tag['x-displayName'],
      description: tag.description,
      item: requestsOf(document, tag.name),
    }),
  );
  const ids = Object.keys(document.paths)
    .filter((path) => path.endsWith('/{id}'))
    .map((path) => `${path.split('/')[1]}_id`);
  const text = (key: string, value: string): Variable => ({ key, value, type: 'string' });
  return {
    info: {
      name: document.info.title,
      description: document.info.description,
      version: document.info.version,
      schema: SCHEMA,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      text('baseUrl', baseUrl),
      text('email', 'siege@guichet.test'),
      text('password', ''),
      text('token', ''),
      text('refresh', ''),
      text('secret', ''),
      ...ids.map((key) => text(key, '1')),
    ],
    item,
  };
}

function requestsOf(document: OpenAPIObject, tag: string): PostmanItem[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => postmanItem(document, path, method as Method, operation)),
  );
}
