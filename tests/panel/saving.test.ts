import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { validationError } from '../../admin/panel/problems.ts';
import { Problem } from '../../server/core/errors.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** What goes wrong with AdminJS over the ORM's stock adapter, and does not here. */
let panel: TestPanel;
let siege: Session;
let douala: number;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
  douala = panel.people.douala;
});
afterAll(() => panel.close());

const rowOf = async (id: number) =>
  (await panel.db.rows<Record<string, unknown>>('select * from clients where id = $1', [id]))[0] as Record<
    string,
    unknown
  >;
const journaled = async (action: string) =>
  (await panel.db.rows<{ n: number }>('select count(*)::int as n from journal where action = $1', [action]))[0]?.n;

describe('errors', () => {
  test('what the database refuses unexpectedly is no success, and nothing is saved', async () => {
    await panel.db.rows(
      `create function non() returns trigger language plpgsql as $$ begin raise sqlstate '22012'; end $$`,
    );
    await panel.db.rows(
      `create trigger non before insert on clients for each row when (new.nom = 'BOUM') execute function non()`,
    );
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { status, json, text } = await siege.create('clients', { nom: 'BOUM', succursale_id: douala });
    expect(status).toBe(500);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(json.notice).toBeUndefined();
    expect(json.message).toMatch(/^Une erreur inattendue s’est produite\. Référence : /);
    expect(text).not.toMatch(/sqlstate|plpgsql|insert into/i);
    expect(await panel.db.rows(`select from clients where nom = 'BOUM'`)).toEqual([]);
  });

  test('a value that is taken is named on its field, in French, without SQL', async () => {
    await panel.client(douala, 'PREMIER', { email: 'pris@x.test' });
    const { json, text } = await siege.create('clients', {
      nom: 'SECOND',
      email: 'Pris@x.test',
      succursale_id: douala,
    });
    expect(json.record.errors).toEqual({ email: { type: 'refuse', message: 'Cette valeur est déjà utilisée.' } });
    expect(json.notice).toEqual({ message: 'Cette valeur est déjà utilisée.', type: 'error' });
    expect(text).not.toMatch(/constraint|unique|duplicate/i);
  });

  test('a refusal about no field is still a refusal', async () => {
    const error = validationError(new Problem(409, 'refuse', { key: 'role_systeme' }), 'fr');
    expect(Object.keys(error.propertyErrors)).not.toHaveLength(0);
    await panel.db.rows(`update roles set droits = '{"utilisateurs": {"modifier": true}}' where code = 'gestionnaire'`);
    const [boss] = await panel.db.rows<{ id: number }>(
      `insert into utilisateurs (email, nom, role_id, succursale_id) select 'chef@x.test', 'CHEF', id, $1 from roles where code = 'administrateur' returning id`,
      [douala],
    );
    const paul = await panel.as(panel.people.paul);
    const { json } = await paul.edit('utilisateurs', boss?.id as number, { nom: 'AUTRE', revision: 1 });
    expect(json.notice).toEqual({
      message: 'Ce compte a des droits que vous n’avez pas : vous ne pouvez pas le modifier.',
      type: 'error',
    });
    expect(json.redirectUrl).toBeUndefined();
    expect(await panel.db.rows('select from utilisateurs where nom = $1', ['CHEF'])).toHaveLength(1);
  });

  test('every field that is wrong is named at once, and what was typed comes back', async () => {
    const typed = {
      nom: '',
      email: 'pas-une-adresse',
      telephone: '12',
      date_naissance: '2999-13-45',
      succursale_id: douala,
    };
    const { json } = await siege.create('clients', typed);
    expect(Object.keys(json.record.errors).sort()).toEqual(['date_naissance', 'email', 'nom', 'telephone']);
    expect(json.record.params).toMatchObject({ ...typed, succursale_id: String(douala) });
  });
});

describe('two people at once', () => {
  test('a stale save overwrites nothing, says so and gives back what was typed', async () => {
    const id = await panel.client(douala, 'ANCIEN');
    const mine = (await siege.show('clients', id)).json.record.params as Record<string, string>;
    await siege.edit('clients', id, { nom: 'DES AUTRES', revision: 1 });
    const form = Object.fromEntries(
      Object.entries({ ...mine, nom: 'LE MIEN' }).map(([name, value]) => [name, value ?? '__FORM_VALUE_NULL__']),
    );
    const { json } = await siege.edit('clients', id, form);
    expect(json.notice?.message).toBe(
      'Quelqu’un d’autre a modifié cet élément depuis que vous l’avez ouvert. Rien n’a été écrasé.',
    );
    expect(json.record.baseError?.type).toBe('perime');
    expect(json.record.params.nom).toBe('LE MIEN');
    expect(await rowOf(id)).toMatchObject({ nom: 'DES AUTRES', revision: 2 });
  });

  test('a form without its revision is refused', async () => {
    const id = await panel.client(douala, 'SANS');
    for (const revision of ['', 'x']) {
      expect((await siege.edit('clients', id, { nom: 'X', ...(revision ? { revision } : {}) })).json.notice?.type).toBe(
        'error',
      );
    }
    expect(await rowOf(id)).toMatchObject({ nom: 'SANS', revision: 1 });
  });

  test('posting back the whole record, as AdminJS does, keeps dates and counts the revision once', async () => {
    const id = await panel.client(douala, 'ENTIER', { date_naissance: '1980-02-29' });
    const before = await rowOf(id);
    const { params } = (await siege.show('clients', id)).json.record;
    const form = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, (value ?? '__FORM_VALUE_NULL__') as string]),
    );
    expect((await siege.edit('clients', id, { ...form, ville: 'Douala' })).json.notice?.type).toBe('success');
    expect(await rowOf(id)).toMatchObject({
      ville: 'Douala',
      revision: 2,
      cree_le: before.cree_le,
      date_naissance: '1980-02-29',
    });
  });
});

describe('deleting', () => {
  test('puts a row aside, and keeps it', async () => {
    const id = await panel.client(douala, 'PARTI');
    expect((await siege.remove('clients', id)).json.notice?.type).toBe('success');
    expect((await rowOf(id)).supprime_le).not.toBeNull();
    expect((await siege.show('clients', id)).json.notice?.type).toBe('error');
  });

  test('in bulk is all or nothing', async () => {
    const made = (
      await siege.create('succursales', {
        code: 'VID',
        nom: 'Vide',
        ville: 'Kribi',
        pays: 'CM',
        parent_id: panel.people.siege,
      })
    ).json.record.id;
    await panel.client(douala, 'RESTE');
    const { json } = await siege.submit(`/api/resources/succursales/bulk/bulkDelete?recordIds=${made},${douala}`);
    expect(json.notice).toMatchObject({
      type: 'error',
      message: expect.stringMatching(/^Impossible : d’autres éléments en dépendent/),
    });
    expect(await panel.db.rows('select from succursales where id = any($1::bigint[])', [[made, douala]])).toHaveLength(
      2,
    );
    expect((await siege.submit(`/api/resources/succursales/bulk/bulkDelete?recordIds=${made}`)).json.notice?.type).toBe(
      'success',
    );
  });

  test('what others depend on is refused, with the reason', async () => {
    const { json } = await siege.remove('succursales', douala);
    expect(json.notice?.message).toMatch(/^Impossible : d’autres éléments en dépendent \(/);
  });
});

describe('values', () => {
  test('an emptied number is no zero, and one with spaces is a number', async () => {
    const { json } = await siege.create('agents', {
      nom: 'ABENA',
      telephone: '+237677000002',
      succursale_id: douala,
      taux_commission: '12,5',
    });
    const { id } = json.record;
    expect(json.record.params).toMatchObject({ matricule: 'AGT001', taux_commission: 12.5 });
    const emptied = await siege.edit('agents', id, { taux_commission: '', revision: 1 });
    expect(emptied.json.record.errors.taux_commission?.message).toBe('Ce champ est obligatoire.');
    expect(
      (await siege.edit('agents', id, { taux_commission: 'abc', revision: 1 })).json.record.errors.taux_commission
        ?.message,
    ).toBe('Un nombre est attendu.');
  });

  test('a day stays the day that was typed', async () => {
    for (const day of ['1990-07-12', '2000-02-29', '1979-01-01', '2024-12-31']) {
      const { json } = await siege.create('clients', { nom: 'JOUR', date_naissance: day, succursale_id: douala });
      expect(json.record.params.date_naissance).toBe(day);
      expect((await rowOf(json.record.id)).date_naissance).toBe(day);
    }
  });

  test('an emptied optional field is empty', async () => {
    const id = await panel.client(douala, 'VIDE', { ville: 'Douala' });
    await siege.edit('clients', id, { ville: '', prenom: '   ', revision: 1 });
    expect(await rowOf(id)).toMatchObject({ ville: null, prenom: null });
  });

  test('a document keeps its own types', async () => {
    const droits = { clients: { supprimer: false, exporter: true } };
    const { json } = await siege.edit('utilisateurs', panel.people.awa.id, {
      droits: JSON.stringify(droits),
      revision: 1,
    });
    expect(json.notice?.type).toBe('success');
    const [row] = await panel.db.rows('select droits from utilisateurs where id = $1', [panel.people.awa.id]);
    expect(row).toEqual({ droits });
    expect(
      (await siege.edit('utilisateurs', panel.people.awa.id, { droits: '{"clients": {"voler": true}}', revision: 2 }))
        .json.record.errors['droits.clients.voler'],
    ).toBeDefined();
    expect(
      (await siege.edit('utilisateurs', panel.people.awa.id, { droits: '{', revision: 2 })).json.notice?.type,
    ).toBe('error');
  });

  test('a telephone typed with spaces is stored without', async () => {
    const { json } = await siege.create('clients', { nom: 'TELE', telephone: '06 123 45 67', succursale_id: douala });
    expect(json.record.params.telephone).toBe('+242061234567');
  });
});

test('what may not be done is not done and is in the journal', async () => {
  const before = (await journaled('creer')) as number;
  const auditor = await panel.as(panel.people.esther);
  const { json } = await auditor.create('clients', { nom: 'INTERDIT', succursale_id: douala });
  expect(json.notice?.type).toBe('error');
  expect(await panel.db.rows(`select from clients where nom = 'INTERDIT'`)).toEqual([]);
  expect(await journaled('creer')).toBe(before);
});
