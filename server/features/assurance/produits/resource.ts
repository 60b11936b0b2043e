import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Produit } from './produit.ts';
import { boundsInOrder, patternCounts, periodsFit } from './rules.ts';

export const produits = resource(Produit, {
  title: ['nom'],
  list: ['code', 'nom', 'branche', 'montant_min', 'montant_max', 'duree', 'duree_unite', 'actif'],
  search: ['code', 'nom'],
  order: 'nom',
  branch: 'shared',
  grants: {
    gestionnaire: ['lire'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  rules: [boundsInOrder, periodsFit, patternCounts],
  messages,
});
