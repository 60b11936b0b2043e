import { expect, test } from 'vitest';
import type { Actor } from '../../core/access.ts';
import { clients } from '../../features/clients/resource.ts';
import { listQuery } from './queries.ts';

const someone = (role: string): Actor => ({
  id: 1,
  nom: 'Awa',
  email: null,
  role,
  portee: 'succursale',
  succursale_id: 2,
  succursales: [2],
  droits: { role: {}, utilisateur: {} },
});

test('a person’s same address is read once, and nobody can change what it was read as', () => {
  const awa = someone('agent');
  const query = listQuery(awa, clients, 'search=kongo&page=2');
  expect(query).toMatchObject({ search: 'kongo', page: 2 });
  expect(listQuery(awa, clients, 'search=kongo&page=2')).toBe(query);
  expect(listQuery(awa, clients, 'search=kongo&page=3')).toMatchObject({ page: 3 });
  expect(() => Object.assign(query, { page: 9 })).toThrow(TypeError);
});

test('what one person may ask is not taken from what another asked', () => {
  expect(listQuery(someone('gestionnaire'), clients, 'notes__isnull=true').filters).toHaveLength(1);
  expect(() => listQuery(someone('agent'), clients, 'notes__isnull=true')).toThrow('requete_invalide notes__isnull');
});

test('a mistake is a mistake each time', () => {
  const awa = someone('agent');
  for (let i = 0; i < 2; i++) expect(() => listQuery(awa, clients, 'pages=2')).toThrow('requete_invalide pages');
});
