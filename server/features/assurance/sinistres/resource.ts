import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { enregistrer, NUMERO } from './declarer.ts';
import { messages } from './messages.ts';
import { asksWhatWasSold, declaredOnce, declaredStays, happenedInTime } from './rules.ts';
import { Sinistre } from './sinistre.ts';

export const sinistres = resource(Sinistre, {
  title: ['numero'],
  list: ['numero', 'souscription_id', 'declarant_nom', 'date_survenance', 'statut', 'demande', 'accorde', 'paye'],
  search: ['numero', 'declarant_nom'],
  order: '-id',
  branch: 'succursale_id',
  numbered: { numero: NUMERO },
  verbs: ['creer', 'modifier'],
  seenWith: { description: 'voir-details' },
  grants: {
    gestionnaire: ['lire', 'creer', 'modifier', 'exporter', 'affecter', 'approuver', 'renvoyer', 'voir-details'],
    instructeur: ['lire', 'affecter', 'evaluer', 'accepter', 'rejeter', 'voir-details'],
    agent: ['lire', 'creer'],
    auditeur: ['lire', 'exporter'],
  },
  prepare: enregistrer,
  rules: [happenedInTime, asksWhatWasSold, declaredOnce, declaredStays],
  actions,
  messages,
});
