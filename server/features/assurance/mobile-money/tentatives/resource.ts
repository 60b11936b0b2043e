import { resource } from '../../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { Tentative } from './tentative.ts';

export const tentatives = resource(Tentative, {
  title: ['externe'],
  list: ['externe', 'operateur', 'telephone', 'montant', 'etat', 'a_revoir', 'souscription_id', 'cree_le'],
  order: '-id',
  branch: 'souscription_id.succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'relancer-verification', 'abandonner'],
    agent: ['lire', 'relancer-verification'],
    auditeur: ['lire', 'exporter'],
  },
  actions,
  messages,
});
