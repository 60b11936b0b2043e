import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { sell } from './prepare.ts';
import { agentOnlyInBranch, beginsAhead, fitsTheProduct, soldStays } from './rules.ts';
import { Souscription } from './souscription.ts';

export const souscriptions = resource(Souscription, {
  title: ['numero'],
  list: [
    'numero',
    'client_id',
    'produit_id',
    'montant',
    'periodicite',
    'statut',
    'paye',
    'couvert_jusqu_au',
    'succursale_id',
  ],
  order: '-id',
  branch: 'succursale_id',
  numbered: { numero: 'SOU-{YYYY}-{SEQ:6}' },
  grants: {
    gestionnaire: [
      'lire',
      'creer',
      'modifier',
      'exporter',
      'encaisser',
      'demander-paiement',
      'renouveler',
      'attribuer-police',
      'annuler',
      'rejeter',
      'suspendre',
      'reactiver',
      'resilier',
      'ajouter-beneficiaire',
      'retirer-beneficiaire',
      'repartir',
      'demander-avenant',
      'demander-derogation',
    ],
    agent: [
      'lire',
      'creer',
      'encaisser',
      'demander-paiement',
      'renouveler',
      'ajouter-beneficiaire',
      'demander-avenant',
    ],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  verbs: ['creer', 'modifier'],
  prepare: sell,
  rules: [fitsTheProduct, agentOnlyInBranch, beginsAhead, soldStays],
  actions,
  messages,
});
