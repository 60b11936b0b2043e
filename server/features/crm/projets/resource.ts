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
  under: ['client_id'],
  grants: {
    gestionnaire: [...verbes, 'supprimer', 'restaurer', 'exporter', 'rouvrir'],
    agent: verbes,
    auditeur: ['lire', 'exporter'],
  },
  board: { by: 'statut', moves: ['demarrer', 'terminer', 'rouvrir'], sums: ['budget'] },
  prepare: ouvrir,
  rules: [clientFixe, finitApresSonDebut, suiviParQuiLeVoit, devisDuClient],
  actions,
  messages,
});
