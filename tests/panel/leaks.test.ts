import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures } from '../../admin/panel/figures.ts';
import type { Home } from '../../admin/panel/screens/dashboard.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** A manager of Douala against a client of Yaoundé, over every way that AdminJS has to read. */
let panel: TestPanel;
let paul: Session;
let awa: Session;
let own: number;
let foreign: number;

beforeAll(async () => {
  panel = await testPanel();
  const { douala, yaounde } = panel.people;
  own = await panel.client(douala, 'EBODE', { notes: 'solvable', email: 'ebode@x.test' });
  foreign = await panel.client(yaounde, 'ATEBA', {
    notes: 'secret',
    email: 'ateba@x.test',
    telephone: '+237677000001',
  });
  paul = await panel.as(panel.people.paul);
  awa = await panel.as(panel.people.awa);
});
afterAll(() => panel.close());

const nothingOfYaounde = (text: string) => {
  expect(text).not.toContain('ATEBA');
  expect(text).not.toContain('ateba@x.test');
  expect(text).not.toContain('INTIA-Yaoundé');
};
/** What a page tells the browser of the resources. */
const stateOf = async (session: Session) =>
  JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec((await session.get('/')).text)?.[1] ?? '{}').resources;

describe('reading', () => {
  test('a list has the rows of the branch alone, and the count too', async () => {
    const { json, text } = await paul.list('clients');
    expect(json.records.map(({ title }) => title)).toEqual(['EBODE']);
    expect(json.meta.total).toBe(1);
    nothingOfYaounde(text);
  });

  test.each(['show', 'edit', 'delete', 'historique'])('GET %s of a foreign row finds nothing', async (action) => {
    const { json, text } = await paul.get(`/api/resources/clients/records/${foreign}/${action}`);
    expect(json.notice).toEqual({ message: 'Cet élément n’existe pas.', type: 'error' });
    expect(json.record.params).toEqual({});
    nothingOfYaounde(text);
  });

  test('a foreign row is answered like one that does not exist', async () => {
    const there = await paul.show('clients', foreign);
    const nowhere = await paul.show('clients', 987_654_321);
    expect(there.status).toBe(nowhere.status);
    expect(there.text).toBe(nowhere.text);
  });

  test('GET bulkDelete with mixed ids brings only the own rows', async () => {
    const { json, text } = await paul.get(`/api/resources/clients/bulk/bulkDelete?recordIds=${own},${foreign}`);
    expect(json.records.map(({ id }) => id)).toEqual([own]);
    nothingOfYaounde(text);
  });

  test('filtering by the foreign branch, id or e-mail finds nothing', async () => {
    const filters = [`succursale_id=${panel.people.yaounde}`, `email=ateba`, `recherche=ateba`];
    for (const filter of filters) {
      const { json, text } = await paul.list('clients', `?filters.${filter}`);
      expect(json.meta.total, filter).toBe(0);
      nothingOfYaounde(text);
    }
  });

  test('search as you type stays in the branch', async () => {
    for (const path of [
      'clients/actions/search/a',
      'succursales/actions/search/INTIA',
      'utilisateurs/actions/search/a',
    ]) {
      nothingOfYaounde((await paul.get(`/api/resources/${path}`)).text);
    }
    const { json } = await paul.get('/api/resources/succursales/actions/search/INTIA');
    expect(json.records.map(({ title }) => title)).toEqual(['INTIA-Douala']);
  });

  test('the legacy search address is not there', async () => {
    expect((await paul.get('/api/resources/clients/search/ATEBA')).status).toBe(404);
    expect((await paul.get('/api/resources/clients/search')).status).toBe(404);
  });

  test('a search takes no more rows than a list', async () => {
    const many = 250;
    await panel.db.rows(
      `insert into succursales (code, nom, ville, pays, parent_id) select 'B' || i, 'Bureau ' || i, 'Douala', 'CM', $1 from generate_series(1, ${many}) i`,
      [panel.people.douala],
    );
    const siege = await panel.as(panel.people.mireille);
    const { json } = await siege.get('/api/resources/succursales/actions/search/Bureau?perPage=100000');
    expect(json.records).toHaveLength(200);
    await panel.db.rows(`delete from succursales where code like 'B%' and nom like 'Bureau %'`);
  });
});

describe('hidden columns', () => {
  test('are in no list, record, reference or page of a person without the right', async () => {
    for (const path of [
      '/api/resources/clients/actions/list',
      `/api/resources/clients/records/${own}/show`,
      `/api/resources/clients/records/${own}/edit`,
      '/api/resources/clients/actions/search/EBODE',
    ]) {
      const { text } = await awa.get(path);
      expect(text, path).not.toContain('solvable');
      expect(text, path).not.toContain('notes');
    }
    expect(JSON.stringify(await stateOf(awa))).not.toContain('"notes"');
    expect(JSON.stringify(await stateOf(paul))).toContain('"notes"');
    expect((await paul.show('clients', own)).json.record.params.notes).toBe('solvable');
  });

  test('passwords, session ages and digests never leave, not for an administrateur either', async () => {
    const { paul: account } = panel.people;
    await panel.db.rows(
      `insert into cles_api (nom, prefixe, empreinte, utilisateur_id, expire_le)
        values ('Robot', 'gch_robot', 'digest-of-a-key', $1, '2099-01-01')`,
      [account.id],
    );
    const siege = await panel.as(panel.people.mireille);
    await siege.act('utilisateurs', account.id, 'envoyer-lien');
    const kept = await panel.db.rows<{ secret: string }>(
      `select mot_de_passe as secret from utilisateurs where mot_de_passe is not null
        union select empreinte from cles_api union select empreinte from liens_mot_de_passe`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(3);
    for (const path of [
      '/api/resources/utilisateurs/actions/list',
      `/api/resources/utilisateurs/records/${account.id}/show`,
      `/api/resources/utilisateurs/records/${account.id}/liens?de=cles_api.utilisateur_id`,
      '/api/resources/cles_api/actions/list',
      '/api/resources/agents/actions/list',
      '/api/dashboard',
      '/',
    ]) {
      const { text } = await siege.get(path);
      for (const { secret } of kept) expect(text, path).not.toContain(secret);
      for (const secret of ['argon2', 'mot_de_passe"', 'epoque', 'totp'])
        expect(text, `${path} ${secret}`).not.toContain(secret);
      if (path !== '/') expect(text, path).not.toContain('empreinte');
    }
  });

  test('the only digests that the page knows by name are those of files that are kept: documents, and imported statements', async () => {
    const state: { id: string; properties: object }[] = await stateOf(await panel.as(panel.people.mireille));
    const naming = state.filter((resource) => JSON.stringify(resource).includes('empreinte'));
    expect(naming.map(({ id }) => id)).toEqual(['documents', 'releves']);
    const { cles_api, releves } = Object.fromEntries(state.map(({ id, properties }) => [id, Object.keys(properties)]));
    expect(cles_api).toContain('prefixe');
    expect(releves).toContain('empreinte');
  });

  test('what a row refers to brings its name and nothing else', async () => {
    const { populated } = (await paul.show('clients', own)).json.record;
    expect(populated.succursale_id).toEqual({
      id: panel.people.douala,
      title: 'INTIA-Douala',
      params: {},
      recordActions: [{ name: 'show' }],
    });
  });

  test('cannot be found by filter, order or search property', async () => {
    for (const query of ['filters.notes=solvable', 'filters.mot_de_passe=x', 'sortBy=notes', 'sortBy=epoque']) {
      const { json, status } = await awa.list('clients', `?${query}`);
      expect(status, query).toBe(200);
      expect(json.notice?.type, query).toBe('error');
      expect(json.records, query).toEqual([]);
    }
    for (const property of ['notes', 'mot_de_passe']) {
      const { json } = await awa.get(`/api/resources/clients/actions/search/solvable?searchProperty=${property}`);
      expect(json.notice?.type).toBe('error');
      expect(json.records).toEqual([]);
    }
  });
});

describe('pages', () => {
  test('the page knows a person by name and role, and nothing more', async () => {
    const { text } = await paul.get('/');
    const state = JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec(text)?.[1] ?? '{}');
    expect(Object.keys(state.session).sort()).toEqual(['email', 'id', 'langue', 'nom', 'role', 'title']);
  });

  test('what a person may not read is not described to them', async () => {
    const state = JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec((await awa.get('/')).text)?.[1] ?? '{}');
    const roles = state.resources.find(({ id }: { id: string }) => id === 'roles');
    expect(roles).toMatchObject({ href: null, actions: [], properties: {}, listProperties: [] });
  });

  test('the home counts the rows of the branch alone', async () => {
    const home = await paul.get('/api/dashboard');
    nothingOfYaounde(home.text);
    const noms = (home.json as unknown as Home).chiffres.map(({ nom }) => nom);
    const { json, text } = await paul.get(`/api/chiffres/${noms.join(',')}`);
    const { chiffres, erreurs } = json as unknown as Figures;
    expect(Object.keys(chiffres).sort()).toEqual([...noms].sort());
    expect(erreurs).toEqual({});
    expect(chiffres.clients?.total).toBe(1);
    nothingOfYaounde(text);
  });

  test('the matrix asks for the right, in reading and in writing', async () => {
    expect((await awa.get('/api/pages/droits')).status).toBe(403);
    const answer = await paul.submit('/api/pages/droits', { id: 1, revision: 1, droits: '{}' });
    expect(answer.json.erreur).toContain('Vous n’avez pas le droit');
  });

  test('the journal shows a branch its own lines', async () => {
    await panel.db.rows(
      `insert into journal (succursale_id, auteur, role, surface, action, ressource, objet, resultat) values ($1, 'X', 'x', 'api', 'lire', 'clients', 'ATEBA', 'reussi')`,
      [panel.people.yaounde],
    );
    nothingOfYaounde((await paul.list('journal')).text);
    expect((await awa.list('journal')).json.records).toEqual([]);
  });

  test('an export keeps to the branch, the filter, and what may be seen; without the right there is none', async () => {
    await panel.client(panel.people.douala, 'AUTRE', { ville: 'Edéa', notes: 'fiable' });
    const { text, status } = await paul.get('/export/clients?format=csv&filters.recherche=EBODE');
    expect(status).toBe(200);
    expect(text).toContain('EBODE');
    expect(text).not.toContain('AUTRE');
    nothingOfYaounde(text);
    expect((await awa.get('/export/clients?format=csv')).status).toBe(403);
    const auditor = await panel.as(panel.people.esther);
    expect((await auditor.get('/export/clients?format=csv')).text).not.toContain('solvable');
  });
});
