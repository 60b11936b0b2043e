import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Dérogation',
  many: 'Dérogations',
  fields: {
    numero: 'Numéro',
    souscription_id: 'Souscription',
    succursale_id: 'Succursale',
    date_debut: 'Du',
    date_fin: 'Au',
    motif: 'Motif',
    demandeur_id: 'Demandée par',
    approbateur_1_id: 'Première approbation',
    approbateur_2_id: 'Seconde approbation',
    statut: 'Statut',
    accordee_le: 'Accordée le',
    rejetee_par_id: 'Rejetée par',
    motif_rejet: 'Motif du rejet',
  },
  choices: {
    statut: { demandee: 'Demandée', approuvee: 'Approuvée une fois', accordee: 'Accordée', rejetee: 'Rejetée' },
  },
  actions: { approuver: 'Approuver', rejeter: 'Rejeter' },
  hints: { date_fin: 'Le dernier jour couvert. La dérogation s’éteint d’elle-même.' },
  sentences: {
    derogation_accordee: 'Cette dérogation est déjà accordée.',
    derogation_rejetee: 'Cette dérogation a été rejetée.',
    derogation_branche: 'Pas de dérogation en santé, automobile ou dommages aux biens (art. 13).',
    derogation_prime: 'Une dérogation demande une prime annuelle d’au moins {minimum} francs (art. 13).',
    derogation_fin_avant: 'Le dernier jour vient après le premier.',
    derogation_passee: 'Une dérogation ne couvre pas des jours passés.',
    derogation_hors_contrat: 'Ces jours sortent du contrat : une dérogation ne l’ouvre ni ne le renouvelle.',
    derogation_double: 'Une autre dérogation touche déjà ces jours.',
    derogation_trop_longue:
      'Au plus {maximum} jours de dérogation en un an : avec cette demande, cela ferait {jours} jours.',
    'contrainte.derogations_figees': 'Une dérogation ne se réécrit pas.',
    'contrainte.derogations_branche': 'Pas de dérogation en santé, automobile ou dommages aux biens (art. 13).',
    'contrainte.derogations_approbateur_1_id_check': 'Trois personnes différentes sont nécessaires.',
    'contrainte.derogations_approbateur_2_id_check': 'Trois personnes différentes sont nécessaires.',
  },
};

const en: Labels = {
  one: 'Derogation',
  many: 'Derogations',
  fields: {
    numero: 'Number',
    souscription_id: 'Application',
    succursale_id: 'Branch',
    date_debut: 'From',
    date_fin: 'To',
    motif: 'Reason',
    demandeur_id: 'Asked for by',
    approbateur_1_id: 'First approval',
    approbateur_2_id: 'Second approval',
    statut: 'Status',
    accordee_le: 'Granted at',
    rejetee_par_id: 'Rejected by',
    motif_rejet: 'Reason of the rejection',
  },
  choices: {
    statut: { demandee: 'Asked for', approuvee: 'Approved once', accordee: 'Granted', rejetee: 'Rejected' },
  },
  actions: { approuver: 'Approve', rejeter: 'Reject' },
  hints: { date_fin: 'The last day covered. The derogation ends by itself.' },
  sentences: {
    derogation_accordee: 'This derogation has been granted already.',
    derogation_rejetee: 'This derogation has been rejected.',
    derogation_branche: 'No derogation in health, motor or property insurance (art. 13).',
    derogation_prime: 'A derogation asks for a yearly premium of at least {minimum} francs (art. 13).',
    derogation_fin_avant: 'The last day comes after the first.',
    derogation_passee: 'A derogation does not cover days that are over.',
    derogation_hors_contrat: 'These days are beyond the policy: a derogation neither opens nor renews it.',
    derogation_double: 'Another derogation has some of these days already.',
    derogation_trop_longue: 'At most {maximum} days of derogation in a year: this request would make it {jours} days.',
    'contrainte.derogations_figees': 'A derogation is never rewritten.',
    'contrainte.derogations_branche': 'No derogation in health, motor or property insurance (art. 13).',
    'contrainte.derogations_approbateur_1_id_check': 'Three different persons are needed.',
    'contrainte.derogations_approbateur_2_id_check': 'Three different persons are needed.',
  },
};

export const messages = { fr, en };
