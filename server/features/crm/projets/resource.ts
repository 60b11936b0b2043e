import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { Projet } from './projet.ts';
import { clientFixe, devisDuClient, finitApresSonDebut, ouvrir, suiviParQuiLeVoit } from './rules.ts';

const verbes = ['lire', 'creer', 'modifier', 'demarrer', 'terminer'] as const;

export const projets = resource(Projet, {
  title: ['titre'],
  list: ['titre', 'client_id', 'statut', 'date_debut', 'date_fin', 'en_retard', 'budget', 'responsable_id'],
  search: ['titre', 'description'],
  order: '-id',
  branch: 'succursale_id',
  owner: 'responsable_id',
  under: ['client_id'],
  grants: {
    gestionnaire: [...verbes, 'supprimer', 'restaurer', 'exporter', 'rouvrir'],
    agent: verbes,
    auditeur: ['lire', 'exporter'],
  },
  board: {
    by: 'statut',
    moves: { demarrer: 'en_cours', terminer: 'termine', rouvrir: 'en_cours' },
    sums: ['budget'],
    card: ['client_id', 'budget', 'responsable_id', 'date_fin', 'en_retard'],
  },
  prepare: ouvrir,
  rules: [clientFixe, finitApresSonDebut, suiviParQuiLeVoit, devisDuClient],
  actions,
  messages,
});
