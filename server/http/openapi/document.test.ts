import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { langues } from '../../core/messages/messages.ts';
import { agents } from '../../features/organisation/agents/resource.ts';
import { resources } from '../../features.ts';
import { openapiDocument } from './document.ts';
import type { Operation, Parameter, Schema } from './types.ts';

const documentIn = (langue: 'fr' | 'en') => openapiDocument(resources, { url: '/api/v1', version: '1.2.3', langue });
const document = documentIn('fr');
const operations = (from = document): Operation[] => Object.values(from.paths).flatMap((item) => Object.values(item));
const parametersOf = (operation: Operation | undefined): Parameter[] =>
  (operation?.parameters ?? []).map(
    (each) =>
      ('$ref' in each ? document.components.parameters[each.$ref.split('/').at(-1) as string] : each) as Parameter,
  );

const propertiesOf = (schema: string, from = document) =>
  (from.components.schemas[schema]?.properties ?? {}) as Record<string, Schema>;

test.each(langues)('the document is valid OpenAPI 3.1 (%s)', async (langue) => {
  const { valid, errors } = await new Validator().validate(structuredClone({ ...documentIn(langue) }));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('every reference leads somewhere', () => {
  const missing = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].filter(
    ([, part, name]) => !((name as string) in document.components[part as 'schemas']),
  );
  expect(missing).toEqual([]);
});

test('the names of operations are unique, and the same in both languages', () => {
  const names = operations().map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(operations(documentIn('en')).map(({ operationId }) => operationId)).toEqual(names);
  expect(names).toContain('clients_list');
  expect(names).toContain('clients_partial_update');
  expect(names).toContain('agents_constater_depart');
});

test('people read it in their own language', () => {
  const [fr, en] = [document, documentIn('en')];
  expect(fr.paths['/agents/{id}/suspendre']?.post?.summary).toBe('Suspendre : agent');
  expect(en.paths['/agents/{id}/suspendre']?.post?.summary).toBe('Suspend: agent');
  const title = (from: typeof document) => propertiesOf('Client', from).ville?.title;
  expect([title(fr), title(en)]).toEqual(['Ville', 'City']);
  const french = /[éèêàùç]|’|« /;
  for (const operation of operations(en))
    expect(`${operation.summary} ${operation.description}`.replaceAll('’', '')).not.toMatch(french);
});

describe('what it says of a resource', () => {
  const list = document.paths['/clients']?.get;
  const named = parametersOf(list).map(({ name }) => name);

  test('each filter is a parameter of its own, with its type', () => {
    for (const name of [
      'nom',
      'nom__icontains',
      'cree_le__gte',
      'categorie__in',
      'succursale_id',
      'date_naissance__range',
      'notes__isnull',
    ]) {
      expect(named).toContain(name);
    }
    expect(named).not.toContain('notes');
    const parameter = (name: string) => parametersOf(list).find((each) => each.name === name);
    expect(parameter('categorie__in')).toMatchObject({
      style: 'form',
      explode: false,
      schema: {
        type: 'array',
        items: { enum: ['particulier', 'professionnel', 'entreprise', 'association'] },
        maxItems: 200,
      },
    });
    expect(parameter('page_size')?.schema).toMatchObject({ maximum: 200, default: 25 });
    expect(parameter('nom__icontains')?.description).toBe('Nom : contient, sans tenir compte de la casse.');
  });

  test('a list is searched, ordered, paged, and the rows aside are asked for where deletion can be undone', () => {
    for (const name of ['search', 'ordering', 'page', 'page_size', 'cursor', 'fields', 'expand', 'corbeille'])
      expect(named).toContain(name);
    expect(parametersOf(document.paths['/agents']?.get).map(({ name }) => name)).not.toContain('corbeille');
  });

  test('writing says what is demanded, optional, unique and reserved', () => {
    const input = document.components.schemas.AgentInput as Schema & { properties: Record<string, Schema> };
    expect(input.required).toEqual(['nom', 'telephone']);
    expect(input.additionalProperties).toBe(false);
    expect(input.properties).not.toHaveProperty('solde');
    expect(input.properties.prenom?.type).toEqual(['string', 'null']);
    expect(input.properties.taux_commission?.description).toContain('Fixer la commission');
    expect(document.components.schemas.AgentPatch?.required).toBeUndefined();
  });

  test('an action shows its form, and that it asks why', () => {
    const { post } = document.paths['/agents/{id}/suspendre'] ?? {};
    expect(post?.description).toContain('motif');
    expect(document.components.schemas.AgentSuspendre).toMatchObject({
      required: ['motif'],
      properties: { motif: { minLength: 3 } },
    });
    expect(agents.actions.map(({ name }) => `/agents/{id}/${name}` in document.paths)).toEqual([true, true, true]);
  });

  test('a read-only resource cannot be written, and only what can be restored is restored', () => {
    expect(Object.keys(document.paths['/journal'] ?? {})).toEqual(['get']);
    expect(Object.keys(document.paths['/journal/{id}'] ?? {})).toEqual(['get']);
    expect(document.paths).toHaveProperty(['/clients/{id}/restaurer']);
    expect(document.paths).toHaveProperty(['/clients/{id}/destruction']);
    expect(document.paths).not.toHaveProperty(['/agents/{id}/restaurer']);
  });

  test('a field that only some may see says which right it takes', () => {
    const { notes } = propertiesOf('Client');
    expect(notes?.description).toBe('Visible seulement avec le droit « Voir les notes internes ».');
  });
});

test('each error answer has an example in the words that the server says', () => {
  const { erreur400, erreur412, erreur429 } = document.components.responses;
  const example = (answer: typeof erreur400) => answer?.content?.['application/problem+json']?.example;
  expect(example(erreur400)).toMatchObject({ code: 'invalide', errors: { nom: ['Ce champ est obligatoire.'] } });
  expect(example(erreur412)).toMatchObject({ status: 412, current: { id: 12 } });
  expect(example(erreur429)).toMatchObject({ message: 'Trop d’essais. Réessayez dans 8 s.', attente: 8 });
});
