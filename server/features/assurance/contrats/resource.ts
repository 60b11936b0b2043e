import { resource } from '../../../core/resource.ts';
import { statuts as etats } from '../souscriptions/etats.ts';
import { souscriptions } from '../souscriptions/resource.ts';
import { Contrat } from './contrat.ts';
import { messages } from './messages.ts';
import { creer, modifier, resilier } from './verbes.ts';

export const contrats = resource(Contrat, {
  title: ['police'],
  list: [
    'police',
    'client_id',
    'produit_id',
    'montant',
    'reste_a_payer',
    'couvert_jusqu_au',
    'date_expiration',
    'statut',
  ],
  search: ['police'],
  // As the souscriptions behind it: their index gives a branch its latest at once.
  order: '-souscription_id',
  branch: 'succursale_id',
  derived: {
    statut: (t) => ({
      ...Object.fromEntries(etats.map((etat) => [etat, `${t}.etat = '${etat}'`])),
      activee: `${t}.etat = 'activee' and (${t}.date_expiration >= date_metier() or ${t}.date_expiration is null)`,
      expiree: `${t}.etat = 'activee' and ${t}.date_expiration < date_metier()`,
    }),
  },
  numbered: { police: 'CG-{YYYY}-{BRANCHE}-{SEQ:3}' },
  behind: {
    rows: souscriptions,
    by: 'souscription_id',
    except: ['attribuer-police'],
    // An end that is told from the dates does not keep a payment or a renewal away.
    like: (row) => ({ ...row, paye: row.solde, statut: row.statut === 'expiree' ? 'activee' : row.statut }),
    rights: { creer: 'creer', modifier: 'modifier', supprimer: 'resilier' },
    create: creer,
    update: modifier,
    remove: resilier,
  },
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  messages,
});
