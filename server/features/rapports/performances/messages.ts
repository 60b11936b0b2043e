import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Fait commercial',
  many: 'Performances',
  fields: {
    jour: 'Jour',
    responsable_id: 'Responsable',
    succursale_id: 'Succursale',
    fait: 'Fait',
    objet: 'Objet',
    montant: 'Montant',
    gagnees: 'Gagnées',
    perdues: 'Perdues',
    montant_gagne: 'Montant gagné',
    devis_envoyes: 'Devis envoyés',
    devis_acceptes: 'Devis acceptés',
    taches_terminees: 'Tâches faites',
    souscriptions: 'Ventes',
    encaisse: 'Encaissé',
  },
  hints: {
    gagnees: 'Opportunités gagnées.',
    perdues: 'Opportunités perdues.',
    souscriptions: 'Souscriptions apportées comme agent.',
    encaisse: 'Francs encaissés comme agent.',
  },
  choices: {
    fait: {
      opportunite_gagnee: 'Opportunité gagnée',
      opportunite_perdue: 'Opportunité perdue',
      devis_envoye: 'Devis envoyé',
      devis_accepte: 'Devis accepté',
      tache_terminee: 'Tâche terminée',
      souscription: 'Souscription apportée',
      encaissement: 'Encaissement',
    },
  },
};

const en: Labels = {
  one: 'Sales fact',
  many: 'Performance',
  fields: {
    jour: 'Day',
    responsable_id: 'Person in charge',
    succursale_id: 'Branch',
    fait: 'Fact',
    objet: 'About',
    montant: 'Amount',
    gagnees: 'Won',
    perdues: 'Lost',
    montant_gagne: 'Amount won',
    devis_envoyes: 'Quotes sent',
    devis_acceptes: 'Quotes accepted',
    taches_terminees: 'Tasks done',
    souscriptions: 'Sales',
    encaisse: 'Collected',
  },
  hints: {
    gagnees: 'Opportunities won.',
    perdues: 'Opportunities lost.',
    souscriptions: 'Applications brought as an agent.',
    encaisse: 'Francs collected as an agent.',
  },
  choices: {
    fait: {
      opportunite_gagnee: 'Opportunity won',
      opportunite_perdue: 'Opportunity lost',
      devis_envoye: 'Quote sent',
      devis_accepte: 'Quote accepted',
      tache_terminee: 'Task done',
      souscription: 'Application brought',
      encaissement: 'Collection',
    },
  },
};

export const messages = { fr, en };
