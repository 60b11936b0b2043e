import { resource } from '../../../core/resource.ts';
import { constaterDepart, reactiver, suspendre } from './actions.ts';
import { Agent } from './agent.ts';
import { messages } from './messages.ts';

export const agents = resource(Agent, {
  title: ['matricule', 'nom', 'prenom'],
  list: ['matricule', 'nom', 'prenom', 'telephone', 'succursale_id', 'solde', 'statut'],
  search: ['matricule', 'nom', 'prenom', 'telephone'],
  order: 'matricule',
  branch: 'succursale_id',
  owner: 'utilisateur_id',
  numbered: { matricule: 'AGT{SEQ:3}' },
  writtenWith: { taux_commission: 'fixer-commission' },
  grants: {
    gestionnaire: ['lire', 'creer', 'modifier', 'exporter', 'suspendre', 'reactiver'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  actions: [suspendre, reactiver, constaterDepart],
  messages,
});
