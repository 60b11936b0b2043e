import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Cotisation',
  many: 'Cotisations',
  fields: {
    quittance: 'Quittance',
    police: 'Police',
    souscription_id: 'Souscription',
    client_id: 'Client',
    succursale_id: 'Succursale',
    agent_id: 'Agent',
    terme: 'Terme',
    periode: 'Période',
    periode_debut: 'Du',
    periode_fin: 'Au',
    montant: 'Montant',
    paye: 'Payé',
    reste: 'Reste à payer',
    statut: 'Statut',
  },
  choices: {
    statut: {
      payee: 'Payée',
      partielle: 'Partielle',
      en_retard: 'En retard',
      a_venir: 'À venir',
    },
  },
};

const en: Labels = {
  one: 'Instalment',
  many: 'Instalments',
  fields: {
    quittance: 'Receipt number',
    police: 'Policy',
    souscription_id: 'Application',
    client_id: 'Client',
    succursale_id: 'Branch',
    agent_id: 'Agent',
    terme: 'Term',
    periode: 'Period',
    periode_debut: 'From',
    periode_fin: 'To',
    montant: 'Amount',
    paye: 'Paid',
    reste: 'Still to pay',
    statut: 'Status',
  },
  choices: {
    statut: {
      payee: 'Paid',
      partielle: 'Partly paid',
      en_retard: 'Late',
      a_venir: 'To come',
    },
  },
};

export const messages = { fr, en };
