/** The parts of OpenAPI 3.1 that we write. */
export type Schema = Record<string, unknown>;

export interface Ref {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  description: string;
  required?: boolean;
  schema: Schema;
  style?: 'form';
  explode?: boolean;
  example?: unknown;
}

export interface Media {
  schema: Schema | Ref;
  example?: unknown;
  examples?: Record<string, { summary: string; value: unknown }>;
}

export interface Answer {
  description: string;
  headers?: Record<string, Ref | { description: string; schema: Schema }>;
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: (Parameter | Ref)[];
  requestBody?: { required: boolean; description?: string; content: Record<string, Media> };
  responses: Record<string, Answer | Ref>;
  security?: Record<string, string[]>[];
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type PathItem = Partial<Record<Method, Operation>>;
export type Paths = Record<string, PathItem>;

export interface OpenAPIObject {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string; 'x-displayName': string; description: string }[];
  security: Record<string, string[]>[];
  paths: Paths;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, { description: string; schema: Schema }>;
    responses: Record<string, Answer>;
    securitySchemes: Record<string, Schema>;
  };
}

export const refTo = (part: keyof OpenAPIObject['components'], name: string): Ref => ({
  $ref: `#/components/${part}/${name}`,
});

/** What a reference of this document stands for; anything else is itself. */
export function resolve<T extends object>(document: OpenAPIObject, value: T | Ref): T {
  if (!('$ref' in value)) return value;
  const [, , part, name] = (value as Ref).$ref.split('/') as [
    string,
    string,
    keyof OpenAPIObject['components'],
    string,
  ];
  return document.components[part][name] as T;
}
