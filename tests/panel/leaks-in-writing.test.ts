import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** A manager of Douala against a client of Yaoundé, over every way that AdminJS has to write. */
let panel: TestPanel;
let paul: Session;
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
});
afterAll(() => panel.close());

const rowOf = async (id: number) =>
  (await panel.db.rows<Record<string, unknown>>('select * from clients where id = $1', [id]))[0];

describe('writing', () => {
  beforeEach(() =>
    panel.db.rows('update clients set succursale_id = $2, nom = $3, supprime_le = null where id = $1', [
      own,
      panel.people.douala,
      'EBODE',
    ]),
  );

  test('editing a foreign row changes nothing', async () => {
    const { json } = await paul.edit('clients', foreign, { nom: 'VOLE', revision: 1 });
    expect(json.notice).toEqual({ message: 'Cet élément n’existe pas.', type: 'error' });
    expect(await rowOf(foreign)).toMatchObject({ nom: 'ATEBA', revision: 1 });
  });

  test('deleting a foreign row, alone or in bulk, deletes nothing', async () => {
    expect((await paul.remove('clients', foreign)).json.notice?.type).toBe('error');
    const bulk = await paul.submit(`/api/resources/clients/bulk/bulkDelete?recordIds=${foreign}`);
    expect(bulk.status).toBe(404);
    expect((await rowOf(foreign))?.supprime_le).toBeNull();
  });

  test('a row cannot be moved out of the branch', async () => {
    const { revision } = (await rowOf(own)) as { revision: number };
    const { json } = await paul.edit('clients', own, { succursale_id: panel.people.yaounde, revision });
    expect(json.record.errors.succursale_id?.message).toBe('Cet élément n’existe pas ou ne vous est pas accessible.');
    expect((await rowOf(own))?.succursale_id).toBe(panel.people.douala);
  });

  test('a reference to what one may not reach is refused like one to nothing', async () => {
    const create = (succursale_id: number) => paul.create('clients', { nom: 'NEUF', succursale_id });
    const foreignOne = await create(panel.people.yaounde);
    const nothing = await create(987_654);
    expect(foreignOne.json.record.errors).toEqual(nothing.json.record.errors);
    expect(await panel.db.rows('select from clients where nom = $1', ['NEUF'])).toEqual([]);
  });

  test('a form cannot write what it may not: read-only, hidden, or unknown fields', async () => {
    const agent = (
      await panel.db.rows<{ id: number }>(
        `insert into agents (matricule, nom, telephone, succursale_id) values ('AGT900', 'ZOA', '+237677000009', $1) returning id`,
        [panel.people.douala],
      )
    )[0]?.id as number;
    for (const [field, value] of [
      ['solde', '1000'],
      ['statut', 'parti'],
      ['taux_commission', '50'],
      ['mot_de_passe', 'x'],
      ['epoque', '9'],
      ['constructor', 'x'],
    ]) {
      const { json } = await paul.edit('agents', agent, { [field as string]: value as string, revision: 1 });
      expect(json.notice?.type, field).toBe('error');
      expect(Object.keys(json.record.errors), field).toContain(field);
    }
    expect(
      (await panel.db.rows('select solde, statut, taux_commission, revision from agents where id = $1', [agent]))[0],
    ).toEqual({ solde: 0, statut: 'actif', taux_commission: 0, revision: 1 });
  });

  test('a person cannot raise their own rights', async () => {
    const siege = await panel.as(panel.people.mireille);
    const [{ revision } = { revision: 0 }] = await panel.db.rows<{ revision: number }>(
      'select revision from utilisateurs where id = $1',
      [panel.people.mireille.id],
    );
    const { json } = await siege.edit('utilisateurs', panel.people.mireille.id, { actif: 'false', revision });
    expect(json.record.errors.actif?.message).toContain('vos propres droits');
  });

  test('an action on a foreign row finds nothing', async () => {
    const chantal = panel.people.chantal.id;
    const siege = await panel.as(panel.people.mireille);
    expect(
      (await siege.act('utilisateurs', chantal, 'fermer-sessions', { motif: 'essai de fermeture' })).json.notice?.type,
    ).toBe('success');
    const { json } = await paul.act('agents', 987_654, 'suspendre', { motif: 'essai' });
    expect(json.notice?.type).toBe('error');
  });
});
