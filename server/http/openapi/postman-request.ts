import { postmanScript } from './postman-scripts.ts';
import { type Method, type OpenAPIObject, type Operation, type Parameter, resolve, type Schema } from './types.ts';

interface Sent {
  key: string;
  value: string;
  description: string;
  disabled: true;
}

type PostmanBody =
  | { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } }
  | { mode: 'urlencoded'; urlencoded: { key: string; value: string }[] }
  /** Chosen by whoever sends it. */
  | { mode: 'file'; file: { src: null } };

export interface PostmanItem {
  name: string;
  event?: { listen: 'test'; script: { type: 'text/javascript'; exec: string[] } }[];
  request: {
    method: string;
    description?: string;
    auth?: { type: 'noauth' };
    header: (Sent | { key: string; value: string })[];
    url: { raw: string; host: string[]; path: string[]; query: Sent[] };
    body?: PostmanBody;
  };
  response: [];
}

/** One operation as a request: every parameter is there, to be switched on. */
export function postmanItem(document: OpenAPIObject, path: string, method: Method, operation: Operation): PostmanItem {
  const { summary: name, description, security, requestBody } = operation;
  const resource = path.split('/')[1] as string;
  const steps = path
    .slice(1)
    .split('/')
    .map((step) => (step === '{id}' ? `{{${resource}_id}}` : step.replace(/^\{(\w+)\}$/, '{{$1}}')));
  const parameters = (operation.parameters ?? []).map((each) => resolve<Parameter>(document, each));
  const exec = postmanScript(operation.operationId, resource);
  return {
    name,
    ...(exec ? { event: [{ listen: 'test', script: { type: 'text/javascript', exec } }] } : {}),
    request: {
      method: method.toUpperCase(),
      ...(description ? { description } : {}),
      ...(security?.length === 0 ? { auth: { type: 'noauth' } } : {}),
      header: [...typesIn(operation), ...sentIn('header', parameters)],
      url: {
        raw: `{{baseUrl}}/${steps.join('/')}`,
        host: ['{{baseUrl}}'],
        path: steps,
        query: sentIn('query', parameters),
      },
      ...(requestBody ? { body: fileOf(operation) ?? formOf(operation) ?? jsonOf(document, operation) } : {}),
    },
    response: [],
  };
}

/** One kind of body is sent, the others are there to be chosen instead. */
const typesIn = ({ requestBody }: Operation): PostmanItem['request']['header'] =>
  Object.keys(requestBody?.content ?? {}).map((value, nth) => ({
    key: 'Content-Type',
    value,
    ...(nth === 0 ? {} : { description: requestBody?.description ?? '', disabled: true as const }),
  }));

const sentIn = (place: 'query' | 'header', parameters: Parameter[]): Sent[] =>
  parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => ({
      key: parameter.name,
      value: sampleOf(parameter),
      description: parameter.description,
      disabled: true,
    }));

function sampleOf({ name, example, schema }: Parameter): string {
  if (name === 'Idempotency-Key') return '{{$guid}}';
  const {
    enum: choices,
    items,
    default: preset,
  } = schema as { enum?: unknown[]; items?: { enum?: unknown[] }; default?: unknown };
  return String(example ?? preset ?? choices?.[0] ?? items?.enum?.[0] ?? '');
}

const jsonOf = (document: OpenAPIObject, operation: Operation): PostmanBody => ({
  mode: 'raw',
  raw: bodyOf(document, operation),
  options: { raw: { language: 'json' } },
});

/** A body of bytes is a file; undefined where something else is sent. */
function fileOf({ requestBody }: Operation): PostmanBody | undefined {
  const bytes = Object.values(requestBody?.content ?? {}).some(
    ({ schema }) => 'contentEncoding' in schema && schema.contentEncoding === 'binary',
  );
  return bytes ? { mode: 'file', file: { src: null } } : undefined;
}

/** The example of a form, field by field; undefined where something else is sent. */
function formOf({ requestBody }: Operation): PostmanBody | undefined {
  const schema = requestBody?.content['application/x-www-form-urlencoded']?.schema as Schema | undefined;
  const examples = schema && examplesIn(schema.properties as Record<string, Schema>);
  const urlencoded = Object.entries(examples ?? {}).map(([key, value]) => ({ key, value: String(value) }));
  return schema && { mode: 'urlencoded', urlencoded };
}

/** The example of the body, with variables in place of ids and of what signing in gave. */
function bodyOf(document: OpenAPIObject, { requestBody, operationId }: Operation): string {
  if (operationId === 'auth_login') return JSON.stringify({ email: '{{email}}', password: '{{password}}' }, null, 2);
  if (operationId === 'auth_refresh') return JSON.stringify({ refresh: '{{refresh}}' }, null, 2);
  const { schema = {}, examples = {} } = requestBody?.content['application/json'] ?? {};
  const one = (schema as { oneOf?: Schema[] }).oneOf?.[0] ?? schema;
  const { properties = {}, example } = resolve<Schema & { properties?: Record<string, Schema> }>(document, one);
  const value = Object.values(examples)[0]?.value ?? example ?? examplesIn(properties);
  const { revision, ...sent } = value as Record<string, unknown>;
  for (const [name, property] of Object.entries(properties)) {
    if (name in sent && property['x-resource']) sent[name] = `{{${property['x-resource']}_id}}`;
  }
  return JSON.stringify(sent, null, 2).replace(/"(\{\{\w+_id\}\})"/g, '$1');
}

const examplesIn = (properties: Record<string, Schema>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, { examples }]) => [name, (examples as unknown[] | undefined)?.[0] ?? '']),
  );
