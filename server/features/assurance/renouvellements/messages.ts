import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Renouvellement',
  many: 'Renouvellements',
  fields: {
    police: 'Police',
    souscription_id: 'Souscription',
    client_id: 'Client',
    produit_id: 'Produit',
    succursale_id: 'Succursale',
    agent_id: 'Agent',
    date_expiration: 'Expiration',
    jours_restants: 'Jours restants',
    tranche: 'Délai',
    montant: 'Montant par période',
    periodicite: 'Périodicité',
  },
  choices: {
    tranche: {
      expiree: 'Expiré',
      j_1: 'J-1',
      j_7: 'J-7',
      j_30: 'J-30',
      plus_tard: 'Plus tard',
    },
    periodicite: {
      unique: 'Unique',
      mensuelle: 'Mensuelle',
      trimestrielle: 'Trimestrielle',
      semestrielle: 'Semestrielle',
      annuelle: 'Annuelle',
    },
  },
};

const en: Labels = {
  one: 'Renewal',
  many: 'Renewals',
  fields: {
    police: 'Policy',
    souscription_id: 'Application',
    client_id: 'Client',
    produit_id: 'Product',
    succursale_id: 'Branch',
    agent_id: 'Agent',
    date_expiration: 'End of cover',
    jours_restants: 'Days left',
    tranche: 'When',
    montant: 'Amount per period',
    periodicite: 'Payment period',
  },
  choices: {
    tranche: {
      expiree: 'Expired',
      j_1: 'Within a day',
      j_7: 'Within 7 days',
      j_30: 'Within 30 days',
      plus_tard: 'Later',
    },
    periodicite: {
      unique: 'Single',
      mensuelle: 'Monthly',
      trimestrielle: 'Quarterly',
      semestrielle: 'Half-yearly',
      annuelle: 'Yearly',
    },
  },
};

export const messages = { fr, en };
