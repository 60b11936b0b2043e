import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestApi, testApi } from '../../tests/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

test.each([
  ['/borne/liens/q83hZ0-xYk2l_Vw9TtUe1A.pdf', '/api/v1/borne/liens/…'],
  ['/borne/attestations/7KQ4-M2XH-9D3T', '/api/v1/borne/attestations/…'],
])('what nobody expected at %s is logged without what opens it', async (path, place) => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(api.guichet.database, 'read').mockRejectedValue(new Error('la base ne répond pas'));
  expect((await api.anonymous('GET', path)).status).toBe(500);
  expect(logged).toHaveBeenCalledWith(expect.any(String), 'GET', place, expect.stringContaining('ne répond pas'));
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/q83hZ0|7KQ4/);
});
