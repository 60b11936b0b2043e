import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures } from '../../admin/panel/figures.ts';
import type { Home } from '../../admin/panel/screens/dashboard.ts';
import type { Chiffre } from '../../server/features/rapports/chiffres/types.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let siege: Session;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
});
afterAll(() => panel.close());

describe('home', () => {
  test('counts one’s own rows, and the number leads to exactly its rows', async () => {
    const { douala, yaounde } = panel.people;
    await panel.client(douala, 'UN', { categorie: 'entreprise' });
    await panel.client(douala, 'DEUX', { cree_le: '2020-01-15' });
    await panel.client(yaounde, 'TROIS');
    for (const [person, total] of [
      [panel.people.mireille, 3],
      [panel.people.paul, 2],
      [panel.people.chantal, 1],
    ] as const) {
      const session = await panel.as(person);
      const { chiffres } = (await session.get('/api/chiffres/clients')).json as unknown as Figures;
      const { liste, total: shown } = chiffres.clients as Chiffre;
      expect(shown, person.email).toBe(total);
      const query = new URLSearchParams(
        Object.entries(liste?.filtre ?? {}).map(([name, value]) => [`filters.${name}`, value]),
      );
      expect((await session.list(liste?.ressource as string, `?${query}`)).json.meta.total, person.email).toBe(total);
    }
  });

  test('a person who may not read the clients is shown no number of them', async () => {
    await panel.db.rows(
      `update utilisateurs set role_id = (select id from roles where code = 'operateur') where id = $1`,
      [panel.people.esther.id],
    );
    panel.guichet.watch.tell('acces', '');
    const esther = await panel.as(panel.people.esther);
    const home = (await esther.get('/api/dashboard')).json as unknown as Home;
    expect(home.chiffres.map(({ nom }) => nom).filter((nom) => nom.includes('client'))).toEqual([]);
    const asked = (await esther.get('/api/chiffres/clients,clients-recents')).json as unknown as Figures;
    expect(asked.chiffres).toEqual({});
    expect(Object.keys(asked.erreurs)).toEqual(['clients', 'clients-recents']);
  });
});

describe('matrix', () => {
  interface RoleJson {
    id: number;
    code: string;
    revision: number;
    droits: Record<string, Record<string, boolean>>;
    parDefaut: Record<string, string[]>;
  }
  const rolesOf = async () =>
    (await siege.get('/api/pages/droits')).json as unknown as { modifiable: boolean; roles: RoleJson[] };
  const agentRole = async () => (await rolesOf()).roles.find(({ code }) => code === 'agent') as RoleJson;
  const save = ({ id, revision }: RoleJson, droits: object) =>
    siege.submit('/api/pages/droits', { id, revision, droits: JSON.stringify(droits) });

  test('shows what the product foresees beside what was changed', async () => {
    const { modifiable, roles } = await rolesOf();
    expect(modifiable).toBe(true);
    expect(roles.map(({ code }) => code)).toContain('gestionnaire');
    expect((await agentRole()).parDefaut.clients).toEqual(['lire', 'creer', 'modifier']);
  });

  test('a change holds at once, and goes into the journal', async () => {
    const awa = await panel.as(panel.people.awa);
    const id = await panel.client(panel.people.douala, 'CIBLE');
    expect((await awa.remove('clients', id)).json.notice?.type).toBe('error');
    const answer = await save(await agentRole(), { clients: { supprimer: true } });
    expect(answer.json).toMatchObject({ role: { droits: { clients: { supprimer: true } } } });
    await expect.poll(async () => (await awa.get('/')).text.includes('"name":"delete"')).toBe(true);
    expect((await awa.remove('clients', id)).json.notice?.type).toBe('success');
    const [line] = await panel.db.rows<{ apres: unknown }>(
      `select apres from journal where ressource = 'roles' and action = 'modifier' order by id desc limit 1`,
    );
    expect(line?.apres).toEqual({ droits: { clients: { supprimer: true } } });
  });

  test('a stale, foolish or malformed change is refused in words', async () => {
    const role = await agentRole();
    await save(role, {});
    expect((await save(role, { clients: { lire: false } })).json.erreur).toContain('Rien n’a été écrasé.');
    expect((await save(await agentRole(), { clients: { voler: true } })).json.erreur).toContain(
      'Ce droit n’existe pas',
    );
    const answer = await siege.submit('/api/pages/droits', { id: role.id, revision: 3, droits: '{' });
    expect(answer.json.erreur).toBeDefined();
    const boss = (await rolesOf()).roles.find(({ code }) => code === 'administrateur') as RoleJson;
    expect((await save(boss, { roles: { modifier: false } })).json.erreur).toContain('Un administrateur doit garder');
  });
});

describe('bin', () => {
  const bin = async (session: Session) =>
    (await session.get('/api/resources/clients/actions/corbeille')).json as unknown as {
      lignes: { id: number; libelle: string }[];
      peut_detruire: boolean;
    };

  test('a deleted row can be brought back, or destroyed by those who may', async () => {
    const paul = await panel.as(panel.people.paul);
    const [back, gone] = [
      await panel.client(panel.people.douala, 'REVENANT'),
      await panel.client(panel.people.douala, 'DISPARU'),
    ];
    for (const id of [back, gone]) await paul.remove('clients', id);
    const seen = await bin(paul);
    expect(seen.lignes.map(({ libelle }) => libelle)).toEqual(expect.arrayContaining(['DISPARU', 'REVENANT']));
    expect(seen.peut_detruire).toBe(false);
    const act = (session: Session, id: number, verbe: string) =>
      session.submit('/api/resources/clients/actions/corbeille', { id, verbe });
    expect((await act(paul, back, 'restaurer')).json.notice?.type).toBe('success');
    expect((await paul.show('clients', back)).json.record.title).toBe('REVENANT');
    expect((await act(paul, gone, 'detruire')).json.notice?.type).toBe('error');
    expect((await act(siege, back, 'detruire')).json.notice?.type).toBe('error');
    expect((await act(siege, gone, 'detruire')).json.notice?.type).toBe('success');
    expect(await panel.db.rows('select id from clients where id = any($1::bigint[])', [[back, gone]])).toEqual([
      { id: back },
    ]);
    expect((await act(siege, back, 'autre')).json.notice?.type).toBe('error');
  });

  test('is a branch’s own, and closed to those who may not restore', async () => {
    const id = await panel.client(panel.people.yaounde, 'LOINTAIN');
    await siege.remove('clients', id);
    const paul = await panel.as(panel.people.paul);
    expect(JSON.stringify(await bin(paul))).not.toContain('LOINTAIN');
    expect(
      (await paul.submit('/api/resources/clients/actions/corbeille', { id, verbe: 'restaurer' })).json.notice?.type,
    ).toBe('error');
    expect(
      (await (await panel.as(panel.people.awa)).get('/api/resources/clients/actions/corbeille')).json.notice?.type,
    ).toBe('error');
  });
});

test('the history of a row tells who changed what, and hides what the reader may not see', async () => {
  const id = (
    await siege.create('clients', { nom: 'MEMOIRE', succursale_id: panel.people.douala, notes: 'confidentiel' })
  ).json.record.id;
  await siege.edit('clients', id, { nom: 'MEMOIRES', revision: 1 });
  const historyFor = async (session: Session) =>
    (await session.get(`/api/resources/clients/records/${id}/historique`)).json.lignes as {
      action: string;
      auteur: string;
      avant: object;
      apres: object;
    }[];
  const [changed, made] = await historyFor(siege);
  expect(changed).toMatchObject({
    action: 'modifier',
    auteur: 'Mireille BANZOUZI',
    avant: { nom: 'MEMOIRE' },
    apres: { nom: 'MEMOIRES' },
  });
  expect(made?.apres).toMatchObject({ notes: 'confidentiel' });
  const awa = await panel.as(panel.people.awa);
  expect(JSON.stringify(await historyFor(awa))).not.toContain('confidentiel');
});

describe('export', () => {
  test('gives the rows of the list as its filters show them, as CSV and for Excel', async () => {
    await panel.client(panel.people.yaounde, 'SORTIE', { ville: 'Bafia' });
    const csv = await siege.get('/export/clients?format=csv&filters.ville=Bafia&sortBy=nom&direction=asc');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toContain('SORTIE');
    expect(csv.text).not.toContain('MEMOIRES');
    const xlsx = await siege.get('/export/clients?format=xlsx&filters.ville=Bafia');
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    expect(xlsx.text.startsWith('PK')).toBe(true);
    expect(await panel.db.rows(`select from journal where action = 'exporter' and surface = 'panneau'`)).toHaveLength(
      2,
    );
  });

  test('a format or filter that is not known is refused', async () => {
    for (const query of ['format=pdf', 'format=csv&filters.zzz=1', 'format=csv&sortBy=zzz'])
      expect((await siege.get(`/export/clients?${query}`)).status, query).toBe(400);
  });
});
