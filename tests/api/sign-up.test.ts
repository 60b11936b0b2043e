import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

describe('signing up', () => {
  const signUp = (body: object) => api.anonymous<{ errors: object }>('POST', '/auth/signup', body);

  test('opens an account that reaches nothing but itself, once its owner has proved the address', async () => {
    expect((await signUp({ email: 'Operateur@telecom.cg', nom: 'MBEMBA', telephone: '06 600 00 01' })).status).toBe(
      204,
    );
    const [made] = await api.db.rows<{ id: number }>(
      `select id from utilisateurs where email = 'operateur@telecom.cg'`,
    );
    const jobs = await api.db.rows(`select from graphile_worker.jobs where key = $1`, [
      `lien-mot-de-passe.${made?.id}`,
    ]);
    expect(jobs).toHaveLength(1);
    const link = await mireille<{ resultat: { lien: string } }>('POST', `/utilisateurs/${made?.id}/envoyer-lien`);
    const jeton = link.body.resultat.lien.split('/').at(-1);
    await api.anonymous('POST', '/auth/password/reset', { jeton, mot_de_passe: 'la licence de demain' });
    const operateur = api.withToken((await api.signIn('operateur@telecom.cg', 'la licence de demain')).access);
    const own = await operateur<{ results: { id: number }[] }>('GET', '/utilisateurs');
    expect(own.body.results.map(({ id }) => id)).toEqual([made?.id]);
    expect((await operateur('GET', `/utilisateurs/${api.people.paul.id}`)).status).toBe(404);
    for (const path of ['/clients', '/agents', '/journal', '/succursales'])
      expect((await operateur('GET', path)).status).toBe(403);
  });

  test('answers the same for an address that has an account, and changes nothing of it', async () => {
    expect((await signUp({ email: 'siege@guichet.test', nom: 'PIRATE' })).status).toBe(204);
    expect(await api.db.rows(`select nom from utilisateurs where email = 'siege@guichet.test'`)).toEqual([
      { nom: 'BANZOUZI' },
    ]);
  });

  test.each([
    [{ email: 'x', nom: 'A' }, 'email'],
    [{ email: 'a@b.cg' }, 'nom'],
    [{ email: 'a@b.cg', nom: 'A', telephone: '1' }, 'telephone'],
    [{ email: 'a@b.cg', nom: 'A', role_id: 1 }, 'role_id'],
  ])('refuses %j by the name of the field', async (body, field) => {
    const { status, body: problem } = await signUp(body);
    expect(status).toBe(400);
    expect(problem.errors).toHaveProperty(field);
  });
});
