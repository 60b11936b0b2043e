import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Commission',
  many: 'Commissions',
  fields: {
    paiement_id: 'Paiement',
    agent_id: 'Agent',
    succursale_id: 'Succursale',
    base: 'Prime encaissée',
    taux: 'Taux (%)',
    montant: 'Commission',
    statut: 'Statut',
    payable_le: 'Payable le',
    echeance: 'À payer avant le',
    payee_le: 'Payée le',
    mode_paiement: 'Payée par',
    reference: 'Référence',
    paye_par_id: 'Payée par (personne)',
  },
  choices: {
    statut: { en_attente: 'En attente du reversement', payable: 'Payable', payee: 'Payée' },
    mode_paiement: { especes: 'Espèces', virement: 'Virement', cheque: 'Chèque' },
  },
  actions: { payer: 'Payer tout ce qui est dû à l’agent' },
  inputs: { mode_paiement: 'Mode de paiement', reference: 'Référence' },
  sentences: {
    commission_en_attente: 'Les espèces ne sont pas encore reversées : la commission n’est pas payable (art. 544).',
    commission_payee: 'Cette commission est déjà payée.',
    commissions_reprises:
      'Rien à payer : les reprises dépassent les commissions de {montant} francs. Elles se déduiront des prochaines.',
    propres_commissions: 'Vous ne pouvez pas payer vos propres commissions : une autre personne les paie.',
    'contrainte.commissions_figees': 'Une commission acquise ne se modifie pas.',
  },
};

const en: Labels = {
  one: 'Commission',
  many: 'Commissions',
  fields: {
    paiement_id: 'Payment',
    agent_id: 'Agent',
    succursale_id: 'Branch',
    base: 'Premium received',
    taux: 'Rate (%)',
    montant: 'Commission',
    statut: 'Status',
    payable_le: 'Payable since',
    echeance: 'To be paid by',
    payee_le: 'Paid on',
    mode_paiement: 'Paid in',
    reference: 'Reference',
    paye_par_id: 'Paid by',
  },
  choices: {
    statut: { en_attente: 'Waiting for the remittance', payable: 'Payable', payee: 'Paid' },
    mode_paiement: { especes: 'Cash', virement: 'Bank transfer', cheque: 'Cheque' },
  },
  actions: { payer: 'Pay all that is due to the agent' },
  inputs: { mode_paiement: 'Way of payment', reference: 'Reference' },
  sentences: {
    commission_en_attente: 'The cash has not been remitted yet: the commission is not payable (art. 544).',
    commission_payee: 'This commission has been paid already.',
    commissions_reprises:
      'Nothing to pay: what was taken back exceeds the commissions by {montant} francs. It will be deducted from the next.',
    propres_commissions: 'You cannot pay your own commissions: somebody else pays them.',
    'contrainte.commissions_figees': 'A commission that was earned does not change.',
  },
};

export const messages = { fr, en };
