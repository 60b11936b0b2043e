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

interface Problem {
  message: string;
  errors: Record<string, string[]>;
}

describe('rights', () => {
  interface Row {
    id: number;
    code: string;
    email: string;
    revision: number;
  }
  const roleOf = async (code: string) =>
    (await mireille<{ results: Row[] }>('GET', `/roles?code=${code}`)).body.results[0] as Row;

  test('nobody gives themselves or others more than they have', async () => {
    const gestionnaire = await roleOf('gestionnaire');
    const administrateur = await roleOf('administrateur');
    await mireille('PATCH', `/roles/${gestionnaire.id}`, {
      droits: {
        utilisateurs: { creer: true, modifier: true, 'donner-droits': true, 'envoyer-lien': true },
        roles: { modifier: true },
      },
    });
    const boss = await api.as(api.people.paul);
    const person = { email: 'neuf@guichet.test', nom: 'NEUF', succursale_id: api.people.douala };
    expect(
      (await boss<Problem>('POST', '/utilisateurs', { ...person, role_id: administrateur.id })).body.errors,
    ).toHaveProperty('role_id');
    expect((await boss('POST', '/utilisateurs', { ...person, role_id: (await roleOf('agent')).id })).status).toBe(201);
    expect(
      (
        await boss<Problem>('POST', '/utilisateurs', {
          ...person,
          email: 'x@guichet.test',
          role_id: gestionnaire.id,
          droits: { clients: { detruire: true } },
        })
      ).status,
    ).toBe(403);
    expect(
      (await boss('PATCH', `/utilisateurs/${api.people.paul.id}`, { droits: { clients: { detruire: true } } })).status,
    ).toBe(403);
    expect((await boss('PATCH', `/roles/${gestionnaire.id}`, { droits: { clients: { detruire: true } } })).status).toBe(
      403,
    );
    const kept = await api.db.rows<{ raison: string }>(
      `select details ->> 'raison' as raison from journal where resultat = 'refuse' and auteur = 'Paul EKAMBI' order by id`,
    );
    expect(kept.map(({ raison }) => raison)).toEqual([
      'donne_plus_que_soi',
      'donne_plus_que_soi',
      'pas_soi_meme',
      'donne_plus_que_soi',
    ]);
    await mireille('PATCH', `/roles/${gestionnaire.id}`, { droits: {} });
  });

  test('nobody takes rights from a role that has more than theirs', async () => {
    const { body: directeur } = await mireille('POST', '/roles', {
      code: 'directeur',
      nom: 'Directeur',
      portee: 'succursale',
      droits: { clients: { lire: true, detruire: true } },
    });
    const gestionnaire = await roleOf('gestionnaire');
    await mireille('PATCH', `/roles/${gestionnaire.id}`, { droits: { roles: { modifier: true, supprimer: true } } });
    const boss = await api.as(api.people.paul);
    const path = `/roles/${directeur.id}`;
    expect((await boss<Problem>('PATCH', path, { droits: {} })).body.message).toMatch(/plus de droits que vous/);
    expect((await boss('DELETE', path)).status).toBe(409);
    await mireille('PATCH', `/roles/${gestionnaire.id}`, { droits: {} });
    expect((await mireille('DELETE', path)).status).toBe(204);
  });

  test.each(['constructor', 'toString', 'visiteur'])('of a new role %s are none', async (code) => {
    const { status, body } = await mireille('POST', '/roles', { code, nom: 'Visiteur', portee: 'succursale' });
    expect([status, body.droits]).toEqual([201, {}]);
    await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { role_id: body.id });
    expect((await (await api.as(api.people.chantal))('GET', '/clients')).status).toBe(403);
    const { id } = await roleOf('gestionnaire');
    await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { role_id: id });
  });

  test('of whoever reaches their own rows only make rows that are theirs', async () => {
    const { body: role } = await mireille('POST', '/roles', {
      code: 'itinerant',
      nom: 'Itinérant',
      portee: 'personnel',
      droits: { agents: { lire: true, creer: true } },
    });
    const gestionnaire = await roleOf('gestionnaire');
    await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { role_id: role.id });
    const chantal = await api.as(api.people.chantal);
    const agent = { nom: 'ITINERANTE', telephone: '+242055550077' };
    const others = await chantal<Problem>('POST', '/agents', { ...agent, utilisateur_id: api.people.paul.id });
    expect([others.status, Object.keys(others.body.errors)]).toEqual([400, ['utilisateur_id']]);
    const { status, body } = await chantal('POST', '/agents', agent);
    expect([status, body.utilisateur_id]).toEqual([201, api.people.chantal.id]);
    await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { role_id: gestionnaire.id });
  });

  test('over rows that one may not read are worth nothing', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'ILLISIBLE' });
    await mireille('PATCH', `/utilisateurs/${api.people.paul.id}`, { droits: { clients: { lire: false } } });
    const blind = await api.as(api.people.paul);
    expect((await blind('GET', '/clients/export')).status).toBe(403);
    expect((await blind('PATCH', `/clients/${made.id}`, {})).status).toBe(403);
    expect((await blind('DELETE', `/clients/${made.id}`)).status).toBe(403);
    expect((await blind('POST', '/clients', { nom: 'DEPOSE' })).status).toBe(201);
    const past = await blind<{ results: object[] }>(
      'GET',
      `/journal?objet_id=${made.id}&action=creer&ressource=clients`,
    );
    expect(past.body.results).toEqual([expect.objectContaining({ objet: 'ILLISIBLE', apres: null })]);
    await mireille('PATCH', `/utilisateurs/${api.people.paul.id}`, { droits: {} });
  });

  test('an unknown right or resource is named', async () => {
    const role = await roleOf('agent');
    const { body } = await mireille<Problem>('PATCH', `/roles/${role.id}`, {
      droits: { licornes: { lire: true }, clients: { voler: true } },
    });
    expect(Object.keys(body.errors)).toEqual(expect.arrayContaining(['droits.licornes', 'droits.clients.voler']));
  });

  test('the last administrator and the keys of all stay', async () => {
    const administrateur = await roleOf('administrateur');
    expect((await mireille('PATCH', `/utilisateurs/${api.people.mireille.id}`, { actif: false })).status).toBe(403);
    expect((await mireille('DELETE', `/utilisateurs/${api.people.mireille.id}`)).status).toBe(409);
    expect(
      (await mireille<Problem>('PATCH', `/roles/${administrateur.id}`, { droits: { roles: { modifier: false } } })).body
        .errors,
    ).toHaveProperty('droits');
    expect((await mireille('DELETE', `/roles/${administrateur.id}`)).status).toBe(409);
    expect((await mireille('PATCH', `/roles/${administrateur.id}`, { code: 'chef' })).status).toBe(400);
  });

  test('an account above one’s own cannot be changed, handed a link or a key, or signed out', async () => {
    const gestionnaire = await roleOf('gestionnaire');
    const rights = { lire: true, modifier: true, supprimer: true, 'envoyer-lien': true, 'emettre-cle': true };
    const droits = { utilisateurs: { ...rights, 'fermer-sessions': true } };
    const { body: above } = await mireille('POST', '/utilisateurs', {
      email: 'au-dessus@guichet.test',
      nom: 'AU-DESSUS',
      role_id: (await roleOf('auditeur')).id,
      succursale_id: api.people.douala,
    });
    await mireille('PATCH', `/roles/${gestionnaire.id}`, { droits });
    const boss = await api.as(api.people.paul);
    const motif = 'une raison';
    const path = `/utilisateurs/${above.id}`;
    const key = { nom: 'X', expire_le: '2026-12-31', motif };
    const messages = [
      await boss('PATCH', path, { telephone: '06 600 00 09' }),
      await boss('DELETE', path),
      await boss('POST', `${path}/envoyer-lien`),
      await boss('POST', `${path}/emettre-cle`, key),
      await boss('POST', `${path}/fermer-sessions`, { motif }),
    ].map(({ status, body }) => `${status} ${body.message}`);
    expect(new Set(messages)).toEqual(
      new Set(['409 Ce compte a des droits que vous n’avez pas : vous ne pouvez pas le modifier.']),
    );
    await mireille('PATCH', `/roles/${gestionnaire.id}`, { droits: {} });
    expect((await mireille('DELETE', path)).status).toBe(204);
  });

  test('of two administrators who close each other’s account at once one is left', async () => {
    const { body: second } = await mireille('POST', '/utilisateurs', {
      email: 'second@guichet.test',
      nom: 'SECOND',
      role_id: (await roleOf('administrateur')).id,
      succursale_id: api.people.siege,
    });
    await api.db.rows(
      `update utilisateurs set mot_de_passe = (select mot_de_passe from utilisateurs where id = $2) where id = $1`,
      [second.id, api.people.mireille.id],
    );
    const other = await api.as({ email: 'second@guichet.test' });
    const answers = await Promise.all([
      mireille('PATCH', `/utilisateurs/${second.id}`, { actif: false }),
      other('PATCH', `/utilisateurs/${api.people.mireille.id}`, { actif: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.message)).toContain(
      'C’est le dernier administrateur actif : nommez-en un autre d’abord.',
    );
    await api.db.rows('update utilisateurs set actif = true');
  });

  test('taken from a role or a person they are gone at once', async () => {
    const agent = await roleOf('agent');
    const awa = await api.as(api.people.awa);
    expect((await awa('GET', '/clients')).status).toBe(200);
    await mireille('PATCH', `/roles/${agent.id}`, { droits: { clients: { lire: false } } });
    expect((await awa('GET', '/clients')).status).toBe(403);
    await mireille('PATCH', `/utilisateurs/${api.people.awa.id}`, { droits: { clients: { lire: true } } });
    expect((await awa('GET', '/clients')).status).toBe(200);
    const refused = await api.db.rows(
      `select from journal where resultat = 'refuse' and action = 'lire' and auteur = 'Awa NDIAYE'`,
    );
    expect(refused).toHaveLength(1);
  });
});

test('a succursale hangs below no descendant of its own, and only one is on top', async () => {
  const { siege, douala } = api.people;
  const { body: below } = await mireille('POST', '/succursales', {
    code: 'DLA2',
    nom: 'Bonabéri',
    ville: 'Douala',
    pays: 'CM',
    parent_id: douala,
  });
  expect(
    (await mireille<Problem>('PATCH', `/succursales/${douala}`, { parent_id: below.id })).body.errors,
  ).toHaveProperty('parent_id');
  expect((await mireille<Problem>('PATCH', `/succursales/${siege}`, { parent_id: below.id })).status).toBe(400);
  const second = await mireille<Problem>('POST', '/succursales', { code: 'DG2', nom: 'Autre', ville: 'X', pays: 'CG' });
  expect([second.status, second.body.errors]).toEqual([
    409,
    { parent_id: ['Une seule succursale est au sommet : rattachez celle-ci à une autre.'] },
  ]);
  expect((await mireille('PATCH', `/succursales/${below.id}`, { parent_id: null })).status).toBe(409);
  const seen = await paul<{ results: { code: string }[] }>('GET', '/succursales');
  expect(seen.body.results.map(({ code }) => code).sort()).toEqual(['DLA', 'DLA2']);
});
