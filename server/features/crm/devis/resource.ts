import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { Devis } from './devis.ts';
import { messages } from './messages.ts';
import { envoyeFige, etablir, offreQuelqueChose, opportuniteFixe } from './rules.ts';

const verbes = [
  'lire',
  'creer',
  'modifier',
  'envoyer',
  'nouvelle-version',
  'accepter',
  'refuser',
  'souscrire',
] as const;

export const devis = resource(Devis, {
  title: ['reference'],
  list: ['reference', 'client_id', 'opportunite_id', 'montant', 'statut', 'valide_jusqu_au', 'remplace'],
  search: ['numero'],
  order: '-id',
  branch: 'succursale_id',
  under: ['client_id', 'opportunite_id'],
  grants: {
    gestionnaire: [...verbes, 'supprimer', 'exporter'],
    agent: verbes,
    auditeur: ['lire', 'exporter'],
  },
  board: {
    by: 'statut',
    moves: { envoyer: 'envoye', accepter: 'accepte', refuser: 'refuse' },
    sums: ['montant'],
    card: ['client_id', 'opportunite_id', 'montant', 'valide_jusqu_au', 'expire', 'remplace'],
  },
  prepare: etablir,
  rules: [opportuniteFixe, offreQuelqueChose, envoyeFige],
  actions,
  messages,
});
