import { expect } from 'vitest';
import { RESERVES } from '../../../features/rapports/etats/demande.ts';
import { exporte } from '../../../features/rapports/exemple.fixture.ts';
import { type OpenAPIObject, type Parameter, resolve } from '../types.ts';
import { type Conversation, operations } from './conversation.ts';
import { sample } from './sample.fixture.ts';

const asked = { rapport: 'clients', format: 'csv' };

/** Reads every report with each of its parameters, and what there is of files, as the document tells. */
export async function readReports(talk: Conversation, document: OpenAPIObject): Promise<void> {
  const as = talk.api.anonymous;
  const reports = operations.filter(({ path }) => /^\/rapports(\/(?!export)\w+)?$/.test(path));
  expect(reports.length).toBeGreaterThan(10);
  for (const { id, operation } of reports) {
    expect((await talk.call(id)).status).toBe(200);
    expect((await talk.call(id, { query: '?inconnu=1' })).status).toBe(400);
    expect((await talk.call(id, { as })).status).toBe(401);
    const parameters = (operation.parameters ?? []).map((each) => resolve<Parameter>(document, each));
    // The filters are those of the list, which is tried with each of them.
    const own = parameters.filter(({ name }) =>
      [...RESERVES, 'page', 'page_size', 'ordering', 'search'].includes(name),
    );
    const understood = async ({ name, schema }: Parameter) => {
      const value = (schema.examples as string[] | undefined)?.[0] ?? sample(schema);
      const { status, text } = await talk.call(id, { query: `?${name}=${value}` });
      expect(status, `${id} ${name}: ${text}`).toBe(200);
    };
    await Promise.all(own.map(understood));
  }
  expect((await talk.call('rapports_performances', { as: await talk.as('awa') })).status).toBe(403);
  const { id } = (await talk.call<{ id: number }>('rapports_export', { body: { ...asked, attendre: false } })).body;
  for (const operation of ['rapports_list', 'rapports_exports_un']) {
    expect((await talk.call(operation, { id })).status).toBe(200);
    expect((await talk.call(operation, { id, query: '?inconnu=1' })).status).toBe(400);
    expect((await talk.call(operation, { id, as })).status).toBe(401);
  }
  expect((await talk.call('rapports_exports_fichier', { id })).status).toBe(409);
  const ready = await exporte(talk.api.db.rows, talk.api.guichet.stockage, await talk.api.people.mireille.caller());
  expect((await talk.call('rapports_exports_fichier', { id: ready })).status).toBe(200);
  for (const operation of ['rapports_exports_un', 'rapports_exports_fichier'])
    expect((await talk.call(operation, { id: 999_999_999 })).status).toBe(404);
  expect((await talk.call('rapports_exports_fichier', { id, as })).status).toBe(401);
}

/** Exports a report in each of the ways that the document tells, and throws it away. */
export async function exportReports(talk: Conversation): Promise<void> {
  for (const format of ['csv', 'xlsx', 'pdf'])
    expect((await talk.call('rapports_export', { body: { ...asked, format } })).status).toBe(200);
  const made = await talk.call<{ id: number }>('rapports_export', { body: { ...asked, attendre: false } });
  expect(made.status).toBe(202);
  const refused = async (status: number, given: Parameters<Conversation['call']>[1]) =>
    expect((await talk.call('rapports_export', given)).status).toBe(status);
  await refused(400, { body: { ...asked, inconnu: 1 } });
  await refused(401, { body: asked, as: talk.api.anonymous });
  await refused(403, { body: { ...asked, rapport: 'performances' }, as: await talk.as('awa') });
  await refused(415, { body: 'x', headers: { 'content-type': 'text/plain' } });
  await refused(422, { body: asked, headers: { 'idempotency-key': 'x'.repeat(201) } });
  const { id } = made.body;
  expect((await talk.call('rapports_exports_retirer', { id, as: await talk.as('paul') })).status).toBe(404);
  expect((await talk.call('rapports_exports_retirer', { id, as: talk.api.anonymous })).status).toBe(401);
  expect((await talk.call('rapports_exports_retirer', { id })).status).toBe(204);
}
