import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Role } from './role.ts';
import { administratorsKeepTheKeys, givesNoMore, systemRolesStay, touchesNoHigher } from './rules.ts';

export const roles = resource(Role, {
  title: ['nom'],
  list: ['code', 'nom', 'portee', 'systeme'],
  search: ['code', 'nom'],
  order: 'nom',
  branch: 'shared',
  grants: {
    gestionnaire: ['lire'],
    auditeur: ['lire'],
  },
  rules: [systemRolesStay, touchesNoHigher, givesNoMore, administratorsKeepTheKeys],
  messages,
});
