import { Resource as StockResource } from '@adminjs/typeorm';
import type AdminJS from 'adminjs';
import { Filter } from 'adminjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RecordsResource } from '../../admin/panel/adapter/records-resource.ts';
import { createAdmin } from '../../admin/panel/admin.ts';
import { personOf } from '../../admin/panel/person.ts';
import { clients } from '../../server/features/clients/resource.ts';
import { resources } from '../../server/features.ts';
import { type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let admin: AdminJS;

beforeAll(async () => {
  panel = await testPanel();
  admin = createAdmin(panel.guichet);
});
afterAll(() => panel.close());

/** What the ORM's own adapter reads and writes with. */
const touching = ['count', 'find', 'findOne', 'findMany', 'create', 'update', 'delete', 'validateAndSave'] as const;
const known = async (person: { id: number }) => {
  const found = await panel.guichet.actors.find(person.id);
  if (!found) throw new Error('not active');
  return found;
};

test('every method of the ORM’s adapter that touches rows is ours', () => {
  for (const method of touching) expect(Object.hasOwn(RecordsResource.prototype, method), method).toBe(true);
  const methods = Object.getOwnPropertyNames(StockResource.prototype);
  const harmless = [
    'constructor',
    'databaseName',
    'databaseType',
    'name',
    'id',
    'idName',
    'properties',
    'property',
    'prepareProps',
    'prepareParams',
  ];
  expect(methods.filter((method) => !harmless.includes(method)).sort()).toEqual([...touching].sort());
});

test('none of its data methods runs, whatever a person does', async () => {
  const spies = [...touching, 'prepareParams' as const].map((method) =>
    vi.spyOn(StockResource.prototype as never, method),
  );
  const siege = await panel.as(panel.people.mireille);
  const { id } = (await siege.create('clients', { nom: 'ESSAI', succursale_id: panel.people.douala })).json.record;
  await siege.list('clients', '?filters.nom=ESSAI');
  await siege.show('clients', id);
  await siege.edit('clients', id, { ville: 'Douala', revision: 1 });
  await siege.get(`/api/resources/clients/bulk/bulkDelete?recordIds=${id}`);
  await siege.get('/api/resources/clients/actions/search/ESSAI');
  expect((await siege.remove('clients', id)).json.notice?.type).toBe('success');
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('without a person of this request nothing is read or written', async () => {
  const resource = new RecordsResource(panel.guichet, clients);
  const real = personOf(await known(panel.people.mireille), 'Administrateur', {});
  const strangers = [
    undefined,
    {},
    { currentAdmin: undefined },
    { currentAdmin: { ...real } },
    { currentAdmin: JSON.parse(JSON.stringify(real)) },
  ];
  for (const context of strangers as never[]) {
    const filter = new Filter({}, resource);
    await expect(resource.find(filter, {}, context)).rejects.toThrow();
    await expect(resource.count(filter, context)).rejects.toThrow();
    await expect(resource.findOne(1, context)).rejects.toThrow();
    await expect(resource.findMany([1], context)).rejects.toThrow();
    await expect(resource.create({ nom: 'X' }, context)).rejects.toThrow();
    await expect(resource.update(1, { nom: 'X', revision: 1 }, context)).rejects.toThrow();
    await expect(resource.delete(1, context)).rejects.toThrow();
  }
  await expect(resource.validateAndSave()).rejects.toThrow();
});

test('rights are looked up anew at every call, not remembered from the start of the request', async () => {
  const resource = new RecordsResource(panel.guichet, clients);
  resource.assignDecorator(admin, {});
  const person = personOf(await known(panel.people.awa), 'Agent', {});
  const context = { currentAdmin: person } as never;
  await expect(resource.count(new Filter({}, resource), context)).resolves.toBe(0);
  await panel.db.rows('update utilisateurs set actif = false where id = $1', [panel.people.awa.id]);
  panel.guichet.watch.tell('acces', 'utilisateurs');
  await expect(resource.count(new Filter({}, resource), context)).rejects.toThrow();
});

test('what may be done is answered at once and as yes or no: AdminJS takes a promise for a yes', async () => {
  const person = personOf(await known(panel.people.paul), 'Gestionnaire', {});
  for (const resource of admin.resources) {
    for (const action of Object.values(resource.decorate().actions)) {
      for (const who of [person, undefined]) {
        expect(typeof action.isAccessible(who), `${resource.id()}.${action.name}`).toBe('boolean');
        expect(typeof action.isVisible(who), `${resource.id()}.${action.name}`).toBe('boolean');
      }
      expect(action.isAccessible(undefined), `${resource.id()}.${action.name} for nobody`).toBe(false);
      expect(action.isAccessible({ ...person }), `${resource.id()}.${action.name} for a copy`).toBe(false);
    }
  }
});

test('every resource is in the panel under its own name, with all that a person may see', async () => {
  expect(admin.resources.map((resource) => resource.id())).toEqual(resources.map(({ name }) => name));
  const person = personOf(await known(panel.people.mireille), 'Administrateur', {});
  for (const declared of resources) {
    const json = admin.findResource(declared.name).decorate().toJSON(person);
    const described = Object.keys(json.properties);
    for (const field of declared.fields.keys()) expect(described, declared.name).toContain(field);
    expect(json.listProperties.map(({ name }) => name).slice(0, declared.list.length)).toEqual([...declared.list]);
    expect(json.editProperties.map(({ name }) => name)).not.toContain('id');
  }
});
