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
      'push.rappels': 'Notifications : rappeler les échéances (oui, non)',
      'push.jours': 'Notifications : premier rappel, en jours avant l’échéance',
      'devis.validite_jours': 'Devis : jours de validité',
      'devis.lien_jours': 'Devis : jours pendant lesquels le lien privé s’ouvre',
      'borne.code': 'Borne : code par SMS (jamais, ecritures, toujours)',
      'borne.code_minutes': 'Borne : minutes de validité du code',
      'borne.code_essais': 'Borne : essais par code',
      'borne.inactivite_secondes': 'Borne : secondes sans toucher avant le compte à rebours',
      'borne.compte_a_rebours_secondes': 'Borne : secondes du compte à rebours avant la déconnexion',
      'borne.attente_paiement_secondes': 'Borne : secondes d’attente d’un paiement',
      'borne.terminaux': 'Borne : connexion sur toutes les bornes ou les bornes enrôlées (libres, enroles)',
      'export.lignes': 'Rapports : lignes jusqu’auxquelles le fichier part aussitôt',
      'export.pdf_lignes': 'Rapports : lignes montrées dans un PDF',
      'export.jours': 'Rapports : jours de conservation d’un fichier',
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
      'push.rappels': 'Notifications: remind of due dates (oui, non)',
      'push.jours': 'Notifications: first reminder, in days before the due date',
      'devis.validite_jours': 'Quotes: days of validity',
      'devis.lien_jours': 'Quotes: days for which the private link opens',
      'borne.code': 'Kiosk: code by text message (jamais, ecritures, toujours)',
      'borne.code_minutes': 'Kiosk: minutes for which the code is valid',
      'borne.code_essais': 'Kiosk: tries per code',
      'borne.inactivite_secondes': 'Kiosk: seconds without a touch before the countdown',
      'borne.compte_a_rebours_secondes': 'Kiosk: seconds of the countdown before signing out',
      'borne.attente_paiement_secondes': 'Kiosk: seconds to wait for a payment',
      'borne.terminaux': 'Kiosk: signing in at any terminal or at enrolled ones (libres, enroles)',
      'export.lignes': 'Reports: rows up to which the file leaves at once',
      'export.pdf_lignes': 'Reports: rows shown in a PDF',
      'export.jours': 'Reports: days for which a file is kept',
    },
  },
  hints: { valeur: 'A whole number, or one of the words given.' },
};

export const messages = { fr, en };
