import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Bordereau de reversement',
  many: 'Bordereaux de reversement',
  fields: {
    numero: 'Numéro',
    agent_id: 'Agent',
    succursale_id: 'Succursale',
    paiements: 'Paiements',
    montant: 'Montant',
    nombre: 'Nombre de paiements',
    statut: 'Statut',
    etabli_le: 'Établi le',
    etabli_par_id: 'Établi par',
    receptionne_le: 'Réceptionné le',
    receptionne_par_id: 'Réceptionné par',
    motif: 'Motif',
  },
  choices: { statut: { etabli: 'Établi', receptionne: 'Réceptionné', annule: 'Annulé' } },
  actions: { receptionner: 'Réceptionner', annuler: 'Annuler' },
  inputs: { montant_compte: 'Montant compté' },
  hints: {
    paiements: 'Laissez vide pour reverser toutes les espèces que l’agent détient.',
    montant_compte: 'Ce que vous avez compté, en francs.',
  },
  sentences: {
    rien_a_reverser: 'Cet agent n’a pas d’espèces à reverser hors des bordereaux déjà établis.',
    bordereau_negatif: 'Ces corrections dépassent les paiements choisis : ajoutez les paiements qu’elles corrigent.',
    corrections_a_joindre: 'Joignez aussi les corrections : sans elles, l’agent reverserait plus qu’il ne détient.',
    paiement_en_double: 'Un paiement est cité deux fois.',
    paiements_hors_bordereau: 'Pas des espèces de cet agent, ou déjà dans un bordereau : {numeros}.',
    bordereau_receptionne: 'Ce bordereau est déjà réceptionné.',
    bordereau_annule: 'Ce bordereau est annulé.',
    propre_bordereau: 'Vous ne pouvez pas réceptionner vos propres espèces : une autre personne les compte.',
    ecart_de_caisse:
      'Le bordereau porte {montant} francs : écart de {ecart}. Annulez-le et refaites-le sans le paiement en cause.',
    especes_corrigees:
      'Un paiement a été corrigé depuis : l’agent ne détient plus que {solde} francs. Annulez ce bordereau et refaites-le.',
    'contrainte.bordereaux_figes': 'Un bordereau établi ne se modifie pas : annulez-le et refaites-le.',
    'contrainte.bordereaux_composes': 'Ce bordereau ne correspond pas à ses paiements.',
    'contrainte.bordereaux_receptionne_par_id_check':
      'Vous ne pouvez pas réceptionner vos propres espèces : une autre personne les compte.',
  },
};

const en: Labels = {
  one: 'Remittance slip',
  many: 'Remittance slips',
  fields: {
    numero: 'Number',
    agent_id: 'Agent',
    succursale_id: 'Branch',
    paiements: 'Payments',
    montant: 'Amount',
    nombre: 'Number of payments',
    statut: 'Status',
    etabli_le: 'Made on',
    etabli_par_id: 'Made by',
    receptionne_le: 'Received on',
    receptionne_par_id: 'Received by',
    motif: 'Reason',
  },
  choices: { statut: { etabli: 'Made', receptionne: 'Received', annule: 'Annulled' } },
  actions: { receptionner: 'Receive', annuler: 'Annul' },
  inputs: { montant_compte: 'Amount counted' },
  hints: {
    paiements: 'Leave empty to remit all the cash that the agent holds.',
    montant_compte: 'What you have counted, in francs.',
  },
  sentences: {
    rien_a_reverser: 'This agent has no cash to remit beside the slips already made.',
    bordereau_negatif: 'These corrections exceed the payments chosen: add the payments that they correct.',
    corrections_a_joindre: 'Add the corrections too: without them the agent would remit more than they hold.',
    paiement_en_double: 'A payment is named twice.',
    paiements_hors_bordereau: 'Not cash of this agent, or in a slip already: {numeros}.',
    bordereau_receptionne: 'This slip has been received already.',
    bordereau_annule: 'This slip is annulled.',
    propre_bordereau: 'You cannot receive your own cash: somebody else counts it.',
    ecart_de_caisse:
      'The slip says {montant} francs: a difference of {ecart}. Annul it and make it anew without the payment in question.',
    especes_corrigees:
      'A payment has been corrected since: the agent holds {solde} francs only. Annul this slip and make it anew.',
    'contrainte.bordereaux_figes': 'A slip once made does not change: annul it and make it anew.',
    'contrainte.bordereaux_composes': 'This slip is not what its payments add up to.',
    'contrainte.bordereaux_receptionne_par_id_check': 'You cannot receive your own cash: somebody else counts it.',
  },
};

export const messages = { fr, en };
