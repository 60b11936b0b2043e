import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../tests/api.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { rapportsJobs } from '../../features/rapports/etats/jobs.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const asked = { rapport: 'clients', format: 'csv', filtres: {}, attendre: false };

test('ten exports of one person wait at most; others still ask for theirs, and one that is cancelled makes room', async () => {
  const paul = await api.as(api.people.paul);
  const statuses: number[] = [];
  let last = { id: 0, message: '' };
  for (let n = 0; n < 11; n++) {
    const { status, body } = await paul<typeof last>('POST', '/rapports/export', asked);
    statuses.push(status);
    last = status === 202 ? body : { ...last, message: body.message };
  }
  expect(statuses).toEqual([...Array(10).fill(202), 409]);
  expect(last.message).toContain('10 exports');
  const mireille = await api.as(api.people.mireille);
  expect((await mireille('POST', '/rapports/export', asked)).status).toBe(202);
  await paul('DELETE', `/rapports/exports/${last.id}`);
  expect((await paul('POST', '/rapports/export', asked)).status).toBe(202);
});

test('an export whose maker is long gone is swept too, one that is being made is not', async () => {
  await api.db.rows(`update exports set statut = 'en_cours', expire_le = now() - interval '2 days'
    where id = (select min(id) from exports where statut = 'en_attente')`);
  await api.db.rows(`update exports set statut = 'en_cours', expire_le = now() - interval '1 hour'
    where id = (select min(id) from exports where statut = 'en_attente')`);
  const jobs = rapportsJobs({
    ...api.db,
    stockage: api.guichet.stockage,
    url: 'https://guichet.test',
    mail: { lieu: 'ici', send: async () => undefined },
  });
  await jobs['balayer-exports']?.run(
    {},
    { database: api.db.database, caller: systemCaller, signal: new AbortController().signal },
  );
  const [left] = await api.db.rows<{ nombre: number }>(
    `select count(*)::int as nombre from exports where statut = 'en_cours'`,
  );
  expect(left?.nombre).toBe(1);
});
