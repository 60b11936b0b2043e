import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { conditions } from './etats.ts';
import { messages } from './messages.ts';
import { confieeAQuiLaVoit, memeClient, ouvrir } from './rules.ts';
import { Tache } from './tache.ts';

const verbes = ['lire', 'creer', 'modifier', 'commencer', 'complete', 'reassigner', 'rouvrir'] as const;

export const taches = resource(Tache, {
  title: ['titre'],
  list: ['titre', 'assigne_a_id', 'client_id', 'projet_id', 'priorite', 'date_echeance', 'tranche', 'statut'],
  search: ['titre', 'description'],
  order: 'date_echeance',
  branch: 'succursale_id',
  owner: 'assigne_a_id',
  derived: { tranche: conditions },
  under: ['client_id', 'projet_id', 'opportunite_id'],
  grants: {
    gestionnaire: [...verbes, 'supprimer', 'restaurer', 'exporter'],
    agent: verbes,
    instructeur: verbes,
    operateur: ['lire', 'commencer', 'complete', 'rouvrir'],
    auditeur: ['lire', 'exporter'],
  },
  board: {
    by: 'tranche',
    columns: ['en_retard', 'aujourd_hui', 'cette_semaine', 'plus_tard', 'sans_date'],
    ticks: ['complete', 'rouvrir'],
    card: [
      'client_id',
      'projet_id',
      'opportunite_id',
      'assigne_a_id',
      'date_echeance',
      'en_retard',
      'priorite',
      'statut',
    ],
    begins: { assigne_a_id: 'moi' },
  },
  prepare: ouvrir,
  rules: [memeClient, confieeAQuiLaVoit],
  actions,
  messages,
});
