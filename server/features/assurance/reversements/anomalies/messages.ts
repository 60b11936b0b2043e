import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Anomalie',
  many: 'Anomalies',
  fields: {
    controle: 'Contrôle',
    objet: 'Objet',
    objet_id: 'N° de l’objet',
    succursale_id: 'Succursale',
    attendu: 'Attendu',
    trouve: 'Trouvé',
    constate_le: 'Constatée le',
    resolu_le: 'Résolue le',
  },
  choices: {
    controle: {
      paye: 'Total payé d’une souscription',
      couverture: 'Couverture d’une souscription',
      expiration: 'Expiration d’une souscription',
      solde: 'Solde d’un agent',
      especes: 'Espèces détenues par un agent',
      ecritures: 'Équilibre des écritures',
      bordereau: 'Montant d’un bordereau',
    },
  },
  actions: { constater: 'Constater', resoudre: 'Résoudre' },
  hints: { resolu_le: 'Le contrôle de la nuit clôt lui-même ce qui est redevenu juste.' },
};

const en: Labels = {
  one: 'Anomaly',
  many: 'Anomalies',
  fields: {
    controle: 'Check',
    objet: 'Object',
    objet_id: 'No. of the object',
    succursale_id: 'Branch',
    attendu: 'Expected',
    trouve: 'Found',
    constate_le: 'Found on',
    resolu_le: 'Right again on',
  },
  choices: {
    controle: {
      paye: 'Total paid of an application',
      couverture: 'Cover of an application',
      expiration: 'End of an application',
      solde: 'Balance of an agent',
      especes: 'Cash held by an agent',
      ecritures: 'Balance of the books',
      bordereau: 'Amount of a slip',
    },
  },
  actions: { constater: 'Find', resoudre: 'Close' },
  hints: { resolu_le: 'The nightly check closes by itself what is right again.' },
};

export const messages = { fr, en };
