import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../tests/api.ts';
import { entetes } from './entetes.ts';
import { mountKiosk } from './mount.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi({ screens: mountKiosk() });
});

afterAll(() => api.close());

const get = (path: string) => fetch(`${api.origin}${path}`, { redirect: 'manual' });

test.each(['/borne/', '/espace/', '/espace/contrats/POL001'])('%s is a page under the whole policy', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  for (const [name, value] of Object.entries(entetes())) expect(answer.headers.get(name)).toBe(value);
  expect(await answer.text()).toContain(`data-support="${path.split('/')[1]}"`);
});

test('the folder that a phone installs ends with a slash', async () => {
  const answer = await get('/espace');
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/espace/']);
});

test('what a page asks for is there, may be kept for good, and comes under the policy too', async () => {
  const page = await (await get('/borne/')).text();
  const files = [...page.matchAll(/(?:src|href)="(\/borne\/assets\/[^"]+)"/g)].map(([, file]) => file as string);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const answer = await get(file);
    expect([file, answer.status]).toEqual([file, 200]);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    await answer.body?.cancel();
  }
});

test('nothing stands in the page itself that the policy would have to allow', async () => {
  const page = await (await get('/borne/')).text();
  expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/);
});

test.each(['/borne/assets/absent.js', '/espace/absent.png', '/borne/../package.json', '/borne/%2e%2e/package.json'])(
  '%s is not there',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
  },
);
