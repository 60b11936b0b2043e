import { resource } from '../../../core/resource.ts';
import { Beneficiaire } from './beneficiaire.ts';
import { messages } from './messages.ts';
import { accueillir, bornInThePast, partager, reprendre } from './rules.ts';

export const beneficiaires = resource(Beneficiaire, {
  title: ['nom', 'prenom'],
  list: ['nom', 'prenom', 'relation', 'part', 'souscription_id', 'telephone'],
  search: ['nom', 'prenom'],
  order: 'id',
  branch: 'souscription_id.succursale_id',
  within: 'souscription_id',
  grants: {
    gestionnaire: ['lire', 'creer', 'modifier', 'supprimer', 'restaurer', 'exporter'],
    agent: ['lire', 'creer'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  prepare: accueillir,
  welcomeBack: reprendre,
  rules: [bornInThePast, partager],
  messages,
});
