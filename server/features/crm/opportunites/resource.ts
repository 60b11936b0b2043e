import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { Opportunite } from './opportunite.ts';
import { clientFixe, decideeFigee, ouvrir, suiviParQuiLaVoit } from './rules.ts';

const verbes = ['lire', 'creer', 'modifier', 'avancer-etape', 'revenir-etape', 'perdre'] as const;

export const opportunites = resource(Opportunite, {
  title: ['nom'],
  list: ['nom', 'client_id', 'montant', 'probabilite', 'valeur_ponderee', 'etape', 'statut', 'responsable_id'],
  search: ['nom'],
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
    by: 'etape',
    moves: { 'avancer-etape': 'apres', 'revenir-etape': 'avant' },
    sums: ['montant', 'valeur_ponderee'],
    card: ['client_id', 'montant', 'statut', 'responsable_id', 'date_conclusion_estimee'],
    begins: { statut__in: 'en_cours,gagnee' },
  },
  prepare: ouvrir,
  rules: [clientFixe, suiviParQuiLaVoit, decideeFigee],
  actions,
  messages,
});
