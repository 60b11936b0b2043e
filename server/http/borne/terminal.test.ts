import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Borne, openBorne } from './borne.fixture.ts';
import { openTerminaux, type Terminaux } from './terminal.fixture.ts';

let borne: Borne;
let terminaux: Terminaux;
beforeAll(async () => {
  borne = await openBorne();
  terminaux = await openTerminaux(borne);
});
afterAll(() => borne.close());
beforeEach(() => borne.oublier());
afterEach(() => vi.useRealTimers());

interface Row {
  etat: string;
  dernier_contact: string;
  version: string;
  imprimante: string;
  revision: number;
  actions: string[];
}
const row = async (id: number) => (await terminaux.mireille<Row>('GET', `/bornes/${id}`)).body;
const lines = (id: number, action: string) =>
  borne.db.rows<{ avant: object; apres: object; motif: string; auteur: string; surface: string }>(
    `select * from journal where ressource = 'bornes' and objet_id = $1 and action = $2 order by id`,
    [id, action],
  );
const refused = async () => {
  const text = `select count(*)::int as n from journal
    where action = 'mettre-en-service' and resultat = 'refuse' and adresse_ip is not null`;
  return (await borne.db.rows<{ n: number }>(text))[0]?.n ?? 0;
};

describe('a code', () => {
  test('puts a terminal into service, which is told its name and its branch', async () => {
    const id = await terminaux.creer('Hall A');
    expect(await row(id)).toMatchObject({ etat: 'a_enroler', dernier_contact: null, imprimante: 'inconnue' });
    const code = await terminaux.code(id);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/);
    const { status, body } = await terminaux.utiliser(` ${code.toLowerCase().replace('-', ' ')} `);
    expect([status, body.borne]).toEqual([201, { id, nom: 'Hall A', succursale: 'INTIA-Douala' }]);
    expect(Buffer.from(body.jeton, 'base64url')).toHaveLength(32);
    expect(await row(id)).toMatchObject({ etat: 'en_service', version: '1.4.0' });
    expect(await lines(id, 'mettre-en-service')).toMatchObject([{ surface: 'borne', apres: { version: '1.4.0' } }]);
  });

  test('is shown once and kept nowhere, like the secret of the terminal', async () => {
    const id = await terminaux.creer('Hall B');
    const code = await terminaux.code(id);
    const { jeton } = (await terminaux.utiliser(code)).body;
    const again = await terminaux.code(id);
    const tables = await borne.db.rows(
      `select row_to_json(b)::text as kept from bornes b union all select row_to_json(j)::text from journal j
       union all select row_to_json(i)::text from idempotence i`,
    );
    for (const secret of [code, again, code.replace('-', ''), again.replace('-', ''), jeton])
      expect(JSON.stringify(tables)).not.toContain(secret);
    const shown = await terminaux.mireille('GET', `/bornes/${id}`);
    expect(shown.text).not.toMatch(/empreinte|code_expire_le/);
  });

  test('wrong, used, replaced or too old gets one and the same answer', async () => {
    const id = await terminaux.creer('Hall C');
    const [first, second] = [await terminaux.code(id), await terminaux.code(id)];
    const replaced = await terminaux.utiliser(first);
    expect((await terminaux.utiliser(second)).status).toBe(201);
    const used = await terminaux.utiliser(second);
    const late = await terminaux.code(id);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 15 * 60_000 + 1);
    const old = await terminaux.utiliser(late);
    const wrong = await terminaux.utiliser('22222-22222');
    for (const answer of [replaced, used, old, wrong]) expect([answer.status, answer.text]).toEqual([401, wrong.text]);
    expect(wrong.body).toMatchObject({
      code: 'non_identifie',
      message: expect.stringMatching(/a expiré ou a déjà servi/),
    });
    vi.setSystemTime(Date.now() - 60_000);
    expect((await terminaux.utiliser(late)).status).toBe(201);
  });

  test('used by two terminals at once lets one in', async () => {
    const code = await terminaux.code(await terminaux.creer('Hall D'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => terminaux.utiliser(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401]);
  });

  test('is not guessed: attempts are slowed down, and each stands in the journal', async () => {
    const [statuses, before] = [[] as number[], await refused()];
    for (let n = 0; n < 7; n++) statuses.push((await terminaux.utiliser('22222-22222')).status);
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses).toContain(429);
    expect((await refused()) - before).toBe(statuses.filter((status) => status === 401).length);
  });
});

describe('enrolled once more', () => {
  test('the former terminal is known until the new one uses the code, and not any more from then on', async () => {
    const { id, jeton } = await terminaux.enrolee('Hall E');
    const code = await terminaux.code(id);
    expect((await terminaux.contact(jeton)).status).toBe(200);
    const { body } = await terminaux.utiliser(code);
    const former = await terminaux.contact(jeton);
    expect([former.status, former.body.code]).toEqual([401, 'borne_revoquee']);
    expect((await terminaux.contact(body.jeton)).status).toBe(200);
  });

  test('a revoked one comes back, and its open code does not survive the revocation', async () => {
    const { id } = await terminaux.enrolee('Hall F');
    const open = await terminaux.code(id);
    expect((await terminaux.revoquer(id)).status).toBe(200);
    expect((await terminaux.utiliser(open)).status).toBe(401);
    expect(await row(id)).toMatchObject({ etat: 'revoquee', actions: expect.not.arrayContaining(['revoquer']) });
    expect((await terminaux.revoquer(id)).status).toBe(409);
    const code = await terminaux.code(id);
    expect((await row(id)).etat).toBe('revoquee');
    expect((await terminaux.utiliser(code)).status).toBe(201);
    expect(await row(id)).toMatchObject({ etat: 'en_service', revoquee_le: null });
    const told = { motif: 'Borne volée', auteur: expect.stringMatching(/^Mireille/), resultat: 'reussi' };
    expect((await lines(id, 'revoquer'))[0]).toMatchObject(told);
  });

  test('to revoke asks for a reason', async () => {
    const { id } = await terminaux.enrolee('Hall G');
    expect((await terminaux.mireille('POST', `/bornes/${id}/revoquer`, {})).status).toBe(400);
  });
});

describe('contact', () => {
  test('is noted without raising the revision, and journaled only when shell or printer changed', async () => {
    const { id, jeton } = await terminaux.enrolee('Hall H');
    const { revision } = await row(id);
    await borne.db.rows(`update bornes set dernier_contact = now() - interval '6 minutes' where id = $1`, [id]);
    expect((await row(id)).etat).toBe('muette');
    for (const imprimante of ['prete', 'prete', 'papier', 'papier'])
      expect((await terminaux.contact(jeton, { imprimante })).status).toBe(200);
    await terminaux.contact(jeton, { imprimante: 'papier', version: '1.5.0' });
    expect(await row(id)).toMatchObject({ etat: 'en_service', imprimante: 'papier', version: '1.5.0', revision });
    expect((await lines(id, 'signaler')).map(({ avant, apres }) => [avant, apres])).toEqual([
      [{ imprimante: 'inconnue' }, { imprimante: 'prete' }],
      [{ imprimante: 'prete' }, { imprimante: 'papier' }],
      [{ version: '1.4.0' }, { version: '1.5.0' }],
    ]);
  });

  test('answers what the terminal is called and how its screens behave', async () => {
    const { jeton } = await terminaux.enrolee('Hall I');
    const { body } = await terminaux.contact(jeton);
    expect(body.borne).toEqual({ nom: 'Hall I', succursale: 'INTIA-Douala', etat: 'en_service' });
    expect(body.reglages).toMatchObject({
      inactivite_secondes: 60,
      compte_a_rebours_secondes: 30,
      terminaux: 'libres',
    });
  });

  test.each(['', 'x', 'a'.repeat(43), 'a'.repeat(500)])(
    'with the secret “%s” is refused, as any request is',
    async (jeton) => {
      for (const [method, path] of [
        ['POST', '/borne/terminal/contact'],
        ['POST', '/auth/login'],
        ['GET', '/borne/produits'],
        ['POST', '/borne/souscriptions'],
      ] as const) {
        const headers = { 'x-borne': jeton };
        const answer = await borne.api.anonymous(method, path, method === 'GET' ? undefined : {}, headers);
        expect([answer.status, answer.body.code], path).toEqual([401, 'borne_revoquee']);
      }
    },
  );
});

test('the settings of the screens are there for anybody, and never leave somebody signed in for more than 5 minutes', async () => {
  const { status, body } = await borne.api.anonymous<Record<string, number>>('GET', '/borne/reglages');
  expect([status, body]).toEqual([
    200,
    {
      inactivite_secondes: 60,
      compte_a_rebours_secondes: 30,
      attente_paiement_secondes: 360,
      terminaux: 'libres',
      code: 'ecritures',
      code_minutes: 5,
      code_essais: 5,
      espace: null,
      langues: ['fr', 'en'],
    },
  ]);
  await borne.parametre('borne.inactivite_secondes', 9999);
  await borne.parametre('borne.compte_a_rebours_secondes', 5);
  const fallen = (await borne.api.anonymous<Record<string, number>>('GET', '/borne/reglages')).body;
  expect(fallen).toMatchObject({ inactivite_secondes: 60, compte_a_rebours_secondes: 30 });
  await borne.db.rows(`delete from parametres where code like 'borne.%secondes'`);
});
