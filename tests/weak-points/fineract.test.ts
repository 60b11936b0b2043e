import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProduit } from '../../server/features/assurance/factory.ts';
import { makeClient } from '../../server/features/clients/factory.ts';
import { resources } from '../../server/features.ts';
import { type Send, type TestApi, testApi } from '../api.ts';

/** What users of Apache Fineract complain of, point by point: here it does not happen. */
let api: TestApi;
let mireille: Send;
let paul: Send;
let chantal: Send;
let body: Record<string, unknown>;
beforeAll(async () => {
  api = await testApi();
  [mireille, paul, chantal] = await Promise.all([
    api.as(api.people.mireille),
    api.as(api.people.paul),
    api.as(api.people.chantal),
  ]);
  const client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  const produit_id = await makeProduit(api.db.database, { code: 'REF', branche: 'VIE' });
  body = { client_id, produit_id, montant: 5000, periodicite: 'mensuelle' };
});
afterAll(() => api.close());

/** An active contrat with an avenant that Paul asks for; answers the avenant’s key. */
async function avenant(): Promise<{ contrat: number; avenant: number }> {
  const { id } = (await paul<{ id: number }>('POST', '/contrats', body)).body;
  await paul('POST', `/contrats/${id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
  const asked = await paul('PATCH', `/contrats/${id}`, { montant: 7000, motif: 'Capital augmenté' });
  expect(asked.status, asked.text).toBe(200);
  const { results } = (await paul<{ results: { id: number }[] }>('GET', '/avenants?ordering=-id')).body;
  return { contrat: id, avenant: results[0]?.id ?? 0 };
}

test('the scope of a branch is the engine’s, not a clause that each query must remember', () => {
  const unscoped = resources.filter(({ branch }) => branch === undefined).map(({ name }) => name);
  // Without a path to a succursale only those who see everything see anything.
  expect(unscoped.filter((name) => ['contrats', 'souscriptions', 'paiements', 'sinistres'].includes(name))).toEqual([]);
});

describe('the same request sent twice', () => {
  const send = (who: Send, key: string, montant: number) =>
    who<{ id: number }>('POST', '/contrats', { ...body, montant }, { 'idempotency-key': key });

  test('has one effect, also at the same moment', async () => {
    const first = await send(paul, 'une-fois', 5000);
    const again = await send(paul, 'une-fois', 5000);
    expect(again.body.id).toBe(first.body.id);
    const many = await Promise.all(Array.from({ length: 8 }, () => send(paul, 'en-meme-temps', 5000)));
    expect(new Set(many.filter(({ status }) => status === 201).map((answer) => answer.body.id)).size).toBe(1);
    expect(many.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  test('is not confused with another body or another person', async () => {
    const first = await send(paul, 'a-moi', 5000);
    expect((await send(paul, 'a-moi', 6000)).status).toBe(422);
    const other = await send(mireille, 'a-moi', 5000);
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(first.body.id);
  });
});

describe('maker and checker', () => {
  test('nothing is written before the approval, and nobody approves what they asked for, by any path', async () => {
    const asked = await avenant();
    expect((await paul<{ montant: number }>('GET', `/contrats/${asked.contrat}`)).body.montant).toBe(5000);
    expect((await paul('POST', `/avenants/${asked.avenant}/approuver`, {})).status).toBeGreaterThanOrEqual(400);
    expect((await paul('PATCH', `/avenants/${asked.avenant}`, { statut: 'approuve' })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(
      (await mireille('PATCH', `/avenants/${asked.avenant}`, { statut: 'approuve' })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await mireille('POST', `/avenants/${asked.avenant}/approuver`, {})).status).toBe(200);
    expect((await paul<{ montant: number }>('GET', `/contrats/${asked.contrat}`)).body.montant).toBe(7000);
  });

  test('a refusal keeps the request and demands a reason', async () => {
    const asked = await avenant();
    expect((await mireille('POST', `/avenants/${asked.avenant}/rejeter`, {})).status).toBe(400);
    expect((await mireille('POST', `/avenants/${asked.avenant}/rejeter`, { motif: 'Prime trop basse' })).status).toBe(
      200,
    );
    const kept = await paul('GET', `/avenants/${asked.avenant}`);
    expect(kept.body).toMatchObject({ statut: 'rejete', motif_rejet: 'Prime trop basse' });
    expect((await mireille('DELETE', `/avenants/${asked.avenant}`)).status).toBeGreaterThanOrEqual(400);
  });

  test('an approval is held against the facts of today, not of the day of the request', async () => {
    const asked = await avenant();
    await mireille('POST', `/contrats/${asked.contrat}/resilier`, { motif: 'À la demande du client' });
    expect((await mireille('POST', `/avenants/${asked.avenant}/approuver`, {})).status).toBe(409);
  });

  test('an approval of another branch is not even seen', async () => {
    const asked = await avenant();
    expect((await chantal('POST', `/avenants/${asked.avenant}/approuver`, {})).status).toBe(404);
  });
});

test('whoever may only check can do so: reading and approving are enough', async () => {
  const asked = await avenant();
  const role = await mireille<{ id: number }>('POST', '/roles', {
    code: 'controleur',
    nom: 'Contrôleur',
    portee: 'succursale',
    droits: { avenants: { lire: true, approuver: true } },
  });
  expect(role.status, role.text).toBe(201);
  const person = await mireille<{ id: number }>('POST', '/utilisateurs', {
    email: 'controle@guichet.test',
    nom: 'ESSOMBA',
    prenom: 'Rose',
    role_id: role.body.id,
    succursale_id: api.people.douala,
  });
  expect(person.status, person.text).toBe(201);
  await api.db.rows(
    `update utilisateurs set mot_de_passe = (select mot_de_passe from utilisateurs where id = $1) where id = $2`,
    [api.people.paul.id, person.body.id],
  );
  const rose = await api.as({ email: 'controle@guichet.test' });
  expect((await rose<{ count: number }>('GET', '/avenants?statut=demande')).body.count).toBeGreaterThan(0);
  expect((await rose('POST', `/avenants/${asked.avenant}/approuver`, {})).status).toBe(200);
  expect((await rose('GET', '/souscriptions')).status).toBe(403);
});
