import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Params } from '../../server/core/query/params.ts';
import { selectSql } from '../../server/core/query/select.ts';
import '../../server/features/assurance/produits/resource.ts';
import { souscriptions } from '../../server/features/assurance/souscriptions/resource.ts';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

interface Agent {
  id: number;
  utilisateur_id: number | null;
  utilisateur: { id: number; libelle: string; email?: string } | null;
}

/** The agent of Douala with an account, as somebody reads it: alone, in a list, unfolded and in a file. */
async function read(send: Send, id: number) {
  const one = await send<Agent>('GET', `/agents/${id}`);
  const unfolded = await send<Agent>('GET', `/agents/${id}?expand=utilisateur`);
  const list = await send<{ results: Agent[] }>('GET', `/agents?id__in=${id}`);
  const file = await send('GET', `/agents/export?id__in=${id}`);
  return {
    labels: [one.body, unfolded.body, list.body.results[0]].map((agent) => agent?.utilisateur),
    file: file.text,
  };
}

const agentWith = async (utilisateur_id: number, telephone: string) => {
  const place = { nom: 'LIE', telephone, succursale_id: api.people.douala, utilisateur_id };
  return Number((await mireille('POST', '/agents', place)).body.id);
};

describe('what a reference points to', () => {
  test('is named, and unfolded, for whoever may read it', async () => {
    const { labels, file } = await read(
      await api.as(api.people.paul),
      await agentWith(api.people.awa.id, '+242055550001'),
    );
    const label = { id: api.people.awa.id, libelle: 'Awa NDIAYE' };
    expect(labels).toEqual([label, expect.objectContaining({ email: 'agent.douala@guichet.test' }), label]);
    expect(file).toContain('Awa NDIAYE');
  });

  test('is not named when it belongs to another succursale', async () => {
    const { labels, file } = await read(
      await api.as(api.people.paul),
      await agentWith(api.people.chantal.id, '+242055550002'),
    );
    expect(labels).toEqual([null, null, null]);
    expect(file).not.toContain('ATANGANA');
  });

  test('is not named to whoever may not read its kind', async () => {
    await mireille('PATCH', `/utilisateurs/${api.people.awa.id}`, { droits: { utilisateurs: { lire: false } } });
    const { labels } = await read(await api.as(api.people.awa), await agentWith(api.people.paul.id, '+242055550003'));
    expect(labels).toEqual([null, null, null]);
  });

  test('is unfolded without the fields that are hidden from this person', async () => {
    const columns = async (person: typeof api.people.awa) => {
      const { actor } = await person.caller();
      return selectSql(actor, souscriptions, { expand: ['client'] }, new Params()).columns;
    };
    expect(await columns(api.people.paul)).toContain('j_client.notes');
    expect(await columns(api.people.awa)).toContain('j_client.nom');
    expect(await columns(api.people.awa)).not.toContain('j_client.notes');
  });

  test('cannot be chosen by whoever may not read its kind', async () => {
    const agent = { nom: 'LIE', telephone: '+242055550004', utilisateur_id: api.people.paul.id };
    await mireille('PATCH', `/utilisateurs/${api.people.awa.id}`, {
      droits: { agents: { creer: true }, utilisateurs: { lire: false } },
    });
    const awa = await api.as(api.people.awa);
    const { status, body } = await awa<{ errors: object }>('POST', '/agents', agent);
    expect([status, Object.keys(body.errors)]).toEqual([400, ['utilisateur_id']]);
    expect((await awa('POST', '/agents', { ...agent, utilisateur_id: null })).status).toBe(201);
  });
});
