import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resources } from '../../server/features.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** What lists get wrong over the ORM’s stock adapter, and do not here. */
let panel: TestPanel;
let siege: Session;
let douala: number;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
  douala = panel.people.douala;
});
afterAll(() => panel.close());

describe('lists', () => {
  const nasty = [
    'abc',
    '1.5',
    '-1',
    '',
    '%',
    '_',
    "'; drop table clients; --",
    '2026-13-45',
    '9'.repeat(30),
    'true',
    '{"a":1}',
    'a,b',
    '\u0000',
    '{}',
  ];

  test('no filter, order or page ever ends in an error of the server', async () => {
    for (const { name, fields } of resources) {
      for (const field of [...fields.keys(), 'nulle_part', '__proto__', 'constructor', 'libelle', 'recherche']) {
        const asked = nasty.map(async (value) => {
          const { status, json } = await siege.list(name, `?filters.${field}=${encodeURIComponent(value)}`);
          expect(status, `${name}.${field}=${value}`).toBe(200);
          expect(Array.isArray(json.records), `${name}.${field}=${value}`).toBe(true);
        });
        await Promise.all(asked);
      }
    }
    for (const query of [
      'page=-1',
      'page=abc',
      'page=999999999',
      'perPage=-5',
      'perPage=abc',
      'perPage=100000',
      'sortBy=rien',
      'direction=sideways',
      'filters.nom~~from=1',
      'filters.nom.x=1',
      'filters.cree_le~~from=demain',
      'filters=x',
      'a.b.c=1',
    ]) {
      expect((await siege.list('clients', `?${query}`)).status, query).toBe(200);
    }
  }, 300_000);

  test('a filter that is not understood is named, never ignored', async () => {
    for (const query of [
      'filters.nulle_part=1',
      'filters.categorie=prince',
      'filters.cree_le~~from=demain',
      'filters.succursale_id=abc',
    ]) {
      const { json } = await siege.list('clients', `?${query}`);
      expect(json.notice?.type, query).toBe('error');
      expect(json.records, query).toEqual([]);
    }
  });

  test('a search is without case or accents, and its signs are plain letters', async () => {
    await panel.client(douala, 'Éléonore', { ville: '50% net_prix' });
    await panel.client(douala, 'AUTREMENT', { ville: '50X netYprix' });
    const titles = async (query: string) => (await siege.list('clients', query)).json.records.map(({ title }) => title);
    expect(await titles('?filters.recherche=eleonore')).toEqual(['Éléonore']);
    expect(await titles('?filters.nom=%C3%A9l%C3%A9on')).toEqual(['Éléonore']);
    expect(await titles(`?filters.ville=${encodeURIComponent('50%')}`)).toEqual(['Éléonore']);
    expect(await titles('?filters.ville=net_')).toEqual(['Éléonore']);
  });

  test('two references are two conditions', async () => {
    const [role] = await panel.db.rows<{ id: number }>(`select id from roles where code = 'agent'`);
    const { json } = await siege.list('utilisateurs', `?filters.role_id=${role?.id}&filters.succursale_id=${douala}`);
    expect(json.records.map(({ params }) => params.email)).toEqual(['agent.douala@guichet.test']);
  });

  test('ranges of days include both ends; telephones are found as typed', async () => {
    await panel.client(douala, 'ANNIVERSAIRE', { date_naissance: '1985-05-05', telephone: '+242061110000' });
    const found = async (query: string) => (await siege.list('clients', query)).json.records.map(({ title }) => title);
    expect(await found('?filters.date_naissance~~from=1985-05-05&filters.date_naissance~~to=1985-05-05')).toEqual([
      'ANNIVERSAIRE',
    ]);
    expect(await found('?filters.telephone=06 111 00 00')).toEqual(['ANNIVERSAIRE']);
  });

  test('a list can be ordered by a reference, and no row is on two pages', async () => {
    await panel.db.rows(`insert into clients (nom, succursale_id) select 'MEME', $1 from generate_series(1, 45)`, [
      douala,
    ]);
    const page = async (n: number) =>
      (await siege.list('clients', `?filters.nom=MEME&sortBy=succursale_id&page=${n}`)).json;
    const pages = [await page(1), await page(2), await page(3)];
    expect(pages[0]?.meta).toMatchObject({ total: 45, sortBy: 'succursale_id' });
    expect(new Set(pages.flatMap(({ records }) => records.map(({ id }) => id))).size).toBe(45);
  });

  test('rows and labels of a page come in two statements at most, whatever the number of references', async () => {
    const asked: string[] = [];
    const { database } = panel.guichet;
    const read = database.read;
    database.read = ((statement) => {
      asked.push(statement.text);
      return read(statement);
    }) as typeof read;
    await siege.list('utilisateurs', '?perPage=5');
    database.read = read;
    const rows = asked.filter((text) => text.includes('utilisateurs t'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(2);
    expect(asked.filter((text) => /from (roles|succursales) t/.test(text))).toEqual([]);
  });
});
