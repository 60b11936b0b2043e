import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Clé d’API',
  many: 'Clés d’API',
  fields: {
    nom: 'Nom',
    prefixe: 'Début de la clé',
    utilisateur_id: 'Agit au nom de',
    expire_le: 'Expire le',
    revoquee_le: 'Révoquée le',
  },
  actions: { revoquer: 'Révoquer' },
  sentences: { cle_deja_revoquee: 'Cette clé est déjà révoquée.' },
};

const en: Labels = {
  one: 'API key',
  many: 'API keys',
  fields: {
    nom: 'Name',
    prefixe: 'Start of the key',
    utilisateur_id: 'Acts as',
    expire_le: 'Expires on',
    revoquee_le: 'Revoked',
  },
  actions: { revoquer: 'Revoke' },
  sentences: { cle_deja_revoquee: 'This key is already revoked.' },
};

export const messages = { fr, en };
