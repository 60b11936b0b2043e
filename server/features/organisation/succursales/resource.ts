import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { oneOnTop, staysATree } from './rules.ts';
import { Succursale } from './succursale.ts';

export const succursales = resource(Succursale, {
  title: ['nom'],
  list: ['code', 'nom', 'ville', 'pays', 'parent_id'],
  search: ['code', 'nom', 'ville'],
  order: 'nom',
  branch: 'id',
  grants: {
    gestionnaire: ['lire'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  rules: [oneOnTop, staysATree],
  messages,
});
