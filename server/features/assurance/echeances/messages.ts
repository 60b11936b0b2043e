import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Échéance',
  many: 'Échéances',
  fields: {
    police: 'Police',
    souscription_id: 'Souscription',
    client_id: 'Client',
    succursale_id: 'Succursale',
    agent_id: 'Agent',
    date_echeance: 'Échéance',
    jours_retard: 'Jours de retard',
    tranche: 'Délai',
    montant: 'Montant par période',
    a_payer: 'À payer',
  },
  choices: {
    tranche: {
      plus_de_30: 'Retard de plus de 30 jours',
      de_16_a_30: 'Retard de 16 à 30 jours',
      de_1_a_15: 'Retard de 1 à 15 jours',
      aujourd_hui: 'Aujourd’hui',
      sept_jours: 'Dans les 7 jours',
      plus_tard: 'Plus tard',
    },
  },
};

const en: Labels = {
  one: 'Due date',
  many: 'Due dates',
  fields: {
    police: 'Policy',
    souscription_id: 'Application',
    client_id: 'Client',
    succursale_id: 'Branch',
    agent_id: 'Agent',
    date_echeance: 'Due on',
    jours_retard: 'Days late',
    tranche: 'When',
    montant: 'Amount per period',
    a_payer: 'To pay',
  },
  choices: {
    tranche: {
      plus_de_30: 'More than 30 days late',
      de_16_a_30: '16 to 30 days late',
      de_1_a_15: '1 to 15 days late',
      aujourd_hui: 'Today',
      sept_jours: 'Within 7 days',
      plus_tard: 'Later',
    },
  },
};

export const messages = { fr, en };
