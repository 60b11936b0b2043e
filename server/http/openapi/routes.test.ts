import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../tests/api.ts';
import { resources } from '../../features.ts';
import { createApp } from '../app.ts';
import { openapiDocument } from './document.ts';

/** What a router keeps of the routes that it was given. */
interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const document = openapiDocument(resources, { url: '/api/v1', version: '1', langue: 'fr' });
const documented = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => `${method} ${path}`),
);

/** Every route below a router, as `get /:resource/:id`; those for any method only refuse. */
function routesIn(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesIn(handle.stack ?? []);
    const methods = Object.keys(route.methods).filter((method) => method !== '_all' && route.methods[method]);
    const all = ['get', 'post', 'put', 'patch', 'delete'].every((method) => route.methods[method]);
    return all ? [] : methods.flatMap((method) => [route.path].flat().map((path) => `${method} ${path}`));
  });
}

/** The routes of the API alone: where health is answered. */
function apiRoutes(): string[] {
  const { stack } = (createApp(api.guichet) as unknown as { router: { stack: Layer[] } }).router;
  const own = stack.filter((layer) => routesIn(layer.handle.stack ?? []).includes('get /health'));
  return [...new Set(routesIn(own))];
}

/** Whether a documented operation is what a route answers: `:resource` stands for any, a router's own path for its end. */
function fits(route: string, operation: string): boolean {
  const [method = '', path = ''] = route.split(' ');
  const pattern = path.replace(/:\w+/g, '[^/]+').replace(/^\//, '');
  const prefix = path.startsWith('/:') ? '/' : '/(?:auth/)?';
  return new RegExp(`^${method} ${prefix}${pattern}$`).test(operation);
}

test('every route that the server has is in the document', () => {
  const routes = apiRoutes();
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((route) => !documented.some((operation) => fits(route, operation)))).toEqual([]);
});

test('every operation in the document is a route that the server has', () => {
  const routes = apiRoutes();
  expect(documented.filter((operation) => !routes.some((route) => fits(route, operation)))).toEqual([]);
});
