import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

const kongo = { nom: 'KONGO', prenom: 'Jean Baptiste', telephone: '06 123 45 67', date_naissance: '1980-02-29' };

describe('creating', () => {
  test('answers 201 with the row, its address and its revision', async () => {
    const { status, headers, body } = await paul('POST', '/clients', kongo);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/clients/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      nom: 'KONGO',
      telephone: '+242061234567',
      date_naissance: '1980-02-29',
      categorie: 'particulier',
      succursale_id: api.people.douala,
      succursale: { id: api.people.douala, libelle: 'INTIA-Douala' },
      libelle: 'KONGO Jean Baptiste',
    });
  });

  test('a column that has no field does not exist for anybody', async () => {
    const { body } = await mireille('GET', `/utilisateurs/${api.people.paul.id}`);
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['mot_de_passe']));
    expect(body).not.toHaveProperty('epoque');
    const written = await mireille('PATCH', `/utilisateurs/${api.people.paul.id}`, { mot_de_passe: 'x' });
    expect(written.status).toBe(400);
    expect(written.body.errors).toHaveProperty('mot_de_passe');
  });
});

describe('reading one', () => {
  test('brings what this person may do with it now', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'MOUKOKO', telephone: '+242055550001' });
    const { body } = await paul('GET', `/agents/${made.id}`);
    expect(body.actions).toEqual(['modifier', 'suspendre']);
    await paul('POST', `/agents/${made.id}/suspendre`, { motif: 'Caisse non remise' });
    expect((await paul('GET', `/agents/${made.id}`)).body.actions).toEqual(['modifier', 'reactiver']);
  });

  test('gives only the fields asked for, and unfolds a reference', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'NGOMA' });
    expect((await paul('GET', `/clients/${made.id}?fields=id,nom`)).body).toEqual({ id: made.id, nom: 'NGOMA' });
    const { body } = await paul<{ succursale: object }>('GET', `/clients/${made.id}?expand=succursale`);
    expect(body.succursale).toMatchObject({ code: 'DLA', ville: 'Douala' });
  });

  test.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '1;drop table clients'])(
    'there is no client %s',
    async (id) => {
      expect((await paul('GET', `/clients/${encodeURIComponent(id)}`)).status).toBe(404);
    },
  );
});

describe('changing', () => {
  test('PATCH takes what is sent', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'OKOKO', prenom: 'André', ville: 'Douala' });
    const { status, body } = await paul('PATCH', `/clients/${made.id}`, { ville: 'Edéa' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ nom: 'OKOKO', prenom: 'André', ville: 'Edéa', revision: 2 });
  });

  test('PUT demands the required fields and leaves an omitted optional one as it is', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'OKOKO', prenom: 'André', categorie: 'entreprise' });
    const refused = await paul('PUT', `/clients/${made.id}`, { prenom: 'Andréa' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual({ nom: ['Ce champ est obligatoire.'] });
    const { body } = await paul('PUT', `/clients/${made.id}`, { nom: 'OKOKO-BIS' });
    expect(body).toMatchObject({ nom: 'OKOKO-BIS', prenom: 'André', categorie: 'entreprise' });
  });

  test('a whole row sent back as it was read is no error and no change', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'MABIALA', telephone: '+242055550002' });
    const { body: read } = await paul('GET', `/agents/${made.id}`);
    const { status, body } = await paul('PUT', `/agents/${made.id}`, read);
    expect(status).toBe(200);
    expect(body.revision).toBe(1);
  });

  test('a read-only field that is changed is refused by name', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'MABIALA', telephone: '+242055550003' });
    const { status, body } = await paul('PATCH', `/agents/${made.id}`, { solde: 5000 });
    expect(status).toBe(400);
    expect(body.errors).toEqual({ solde: ['Ce champ ne se modifie pas.'] });
  });

  test('a field entrusted to few is refused to the others', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'BEMBA', telephone: '+242055550004' });
    expect((await paul('PATCH', `/agents/${made.id}`, { taux_commission: 12.5 })).status).toBe(400);
    expect((await mireille('PATCH', `/agents/${made.id}`, { taux_commission: 12.5 })).body.taux_commission).toBe(12.5);
  });
});

describe('deleting', () => {
  test('frees the unique values, can be undone, and only then destroyed', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'MASSAMBA', email: 'm@example.cg' });
    expect((await paul('DELETE', `/clients/${made.id}`)).status).toBe(204);
    expect((await paul('GET', `/clients/${made.id}`)).status).toBe(404);
    const { body: trash } = await paul<{ results: { id: number }[] }>('GET', '/clients?corbeille=1');
    expect(trash.results.map(({ id }) => id)).toContain(made.id);

    const { body: other } = await paul('POST', '/clients', { nom: 'AUTRE', email: 'm@example.cg' });
    const taken = await paul('POST', `/clients/${made.id}/restaurer`);
    expect(taken.status).toBe(409);
    expect(taken.body.errors).toHaveProperty('email');
    await paul('DELETE', `/clients/${other.id}`);
    expect((await paul('POST', `/clients/${made.id}/restaurer`)).body).toMatchObject({
      nom: 'MASSAMBA',
      supprime_le: null,
    });

    expect((await mireille('DELETE', `/clients/${made.id}/destruction`)).status).toBe(404);
    await paul('DELETE', `/clients/${made.id}`);
    expect((await paul('DELETE', `/clients/${made.id}/destruction`)).status).toBe(403);
    expect((await mireille('DELETE', `/clients/${made.id}/destruction`)).status).toBe(204);
    expect(await api.db.rows('select from clients where id = $1', [made.id])).toHaveLength(0);
  });

  test('is refused with the reason while rows depend on it', async () => {
    const { status, body } = await mireille('DELETE', `/succursales/${api.people.yaounde}`);
    expect(status).toBe(409);
    expect(body.message).toBe('Impossible : d’autres éléments en dépendent (utilisateurs).');
  });
});

test('a trailing slash and the short base are the same API', async () => {
  const { body: made } = await paul('POST', '/api/clients/', { nom: 'SLASH' });
  expect((await paul('GET', `/api/v1/clients/${made.id}/`)).body.nom).toBe('SLASH');
  expect((await paul('GET', `/api/clients/${made.id}`)).body.nom).toBe('SLASH');
});

test('a method that a path has not is 405', async () => {
  expect((await paul('PUT', '/clients', {})).status).toBe(405);
});
