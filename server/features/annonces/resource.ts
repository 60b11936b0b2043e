import { resource } from '../../core/resource.ts';
import { publier, retirer } from './actions.ts';
import { Annonce } from './annonce.ts';
import { messages } from './messages.ts';
import { finApresDebut, publieeFigee } from './rules.ts';
import { conditions, statutSql } from './statut.ts';

export const annonces = resource(Annonce, {
  title: ['titre'],
  list: ['titre', 'importance', 'succursale_id', 'produit_id', 'debut', 'fin', 'statut'],
  search: ['titre', 'contenu'],
  order: '-id',
  branch: 'succursale_id',
  common: true,
  shownAs: { statut: (_actor, column) => statutSql(column.replace(/\.statut$/, '')) },
  derived: { statut: conditions },
  grants: {
    gestionnaire: ['lire', 'creer', 'modifier', 'supprimer', 'exporter', 'publier', 'retirer'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  actions: [publier, retirer],
  rules: [finApresDebut, publieeFigee],
  messages,
});
