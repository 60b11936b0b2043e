import { action } from '../../../core/action.ts';
import { resource } from '../../../core/resource.ts';
import { CleApi } from './cle.ts';
import { messages } from './messages.ts';

const revoquer = action(CleApi, {
  name: 'revoquer',
  icon: 'Slash',
  reason: true,
  when: (cle) => cle.revoquee_le === null || 'cle_deja_revoquee',
  run: (cle) => cle.revoquer(),
});

export const cles = resource(CleApi, {
  title: ['nom'],
  list: ['nom', 'prefixe', 'utilisateur_id', 'expire_le', 'revoquee_le'],
  order: '-id',
  branch: 'utilisateur_id.succursale_id',
  owner: 'utilisateur_id',
  readOnly: true,
  grants: { auditeur: ['lire', 'exporter'] },
  actions: [revoquer],
  messages,
});
