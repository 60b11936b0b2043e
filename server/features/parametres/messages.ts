import type { Labels } from '../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Paramètre',
  many: 'Paramètres',
  fields: { code: 'Paramètre', valeur: 'Valeur' },
  choices: {
    code: {
      'especes.plafond': 'Espèces : plafond par police, en francs (art. 541)',
      'reversement.jours': 'Espèces : jours pour reverser (art. 542)',
      'commission.jours': 'Commission : jours pour la payer après le reversement (art. 544)',
      'derogation.jours_max': 'Dérogation : jours au plus (art. 13)',
      'derogation.prime_min': 'Dérogation : prime annuelle minimale, en francs (art. 13)',
      'sinistre.seuil_approbation': 'Sinistre : seconde approbation à partir de, en francs',
      'sinistre.jours_declaration': 'Sinistre : jours pour le déclarer',
      'sms.recus': 'SMS : un reçu pour chaque paiement (oui, non)',
      'borne.code': 'Borne : code par SMS (jamais, ecritures, toujours)',
      'borne.code_minutes': 'Borne : minutes de validité du code',
      'borne.code_essais': 'Borne : essais par code',
    },
  },
  hints: { valeur: 'Un nombre entier, ou l’un des mots indiqués.' },
};

const en: Labels = {
  one: 'Setting',
  many: 'Settings',
  fields: { code: 'Setting', valeur: 'Value' },
  choices: {
    code: {
      'especes.plafond': 'Cash: ceiling per policy, in francs (art. 541)',
      'reversement.jours': 'Cash: days to remit it (art. 542)',
      'commission.jours': 'Commission: days to pay it after the remittance (art. 544)',
      'derogation.jours_max': 'Derogation: days at most (art. 13)',
      'derogation.prime_min': 'Derogation: lowest yearly premium, in francs (art. 13)',
      'sinistre.seuil_approbation': 'Claim: second approval from, in francs',
      'sinistre.jours_declaration': 'Claim: days to declare it',
      'sms.recus': 'Text messages: a receipt for each payment (oui, non)',
      'borne.code': 'Kiosk: code by text message (jamais, ecritures, toujours)',
      'borne.code_minutes': 'Kiosk: minutes for which the code is valid',
      'borne.code_essais': 'Kiosk: tries per code',
    },
  },
  hints: { valeur: 'A whole number, or one of the words given.' },
};

export const messages = { fr, en };
