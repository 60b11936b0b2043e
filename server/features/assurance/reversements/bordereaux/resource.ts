import { resource } from '../../../../core/resource.ts';
import { annuler, receptionner } from './actions.ts';
import { Bordereau } from './bordereau.ts';
import { composer } from './composition.ts';
import { messages } from './messages.ts';

export const bordereaux = resource(Bordereau, {
  title: ['numero'],
  list: ['numero', 'agent_id', 'montant', 'nombre', 'statut', 'etabli_le', 'receptionne_le', 'succursale_id'],
  search: ['numero'],
  order: '-id',
  branch: 'succursale_id',
  numbered: { numero: 'BOR-{YYYY}-{SEQ:5}' },
  // What was handed in on paper stays as it was: a mistake is annulled with its reason and made anew.
  verbs: ['creer'],
  grants: {
    gestionnaire: ['lire', 'creer', 'exporter', 'receptionner', 'annuler'],
    agent: ['lire', 'creer'],
    auditeur: ['lire', 'exporter'],
  },
  prepare: composer,
  actions: [receptionner, annuler],
  messages,
});
