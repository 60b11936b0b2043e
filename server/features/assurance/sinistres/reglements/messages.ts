import type { Labels } from '../../../../core/messages/labels.ts';

/** The ways in which a claim is paid out. */
export const reglement = {
  fr: {
    mode_paiement: {
      mtn_money: 'MTN Money',
      airtel_money: 'Airtel Money',
      especes: 'Espèces',
      virement: 'Virement',
      cheque: 'Chèque',
    },
  },
  en: {
    mode_paiement: {
      mtn_money: 'MTN Money',
      airtel_money: 'Airtel Money',
      especes: 'Cash',
      virement: 'Bank transfer',
      cheque: 'Cheque',
    },
  },
};

const fr: Labels = {
  one: 'Règlement',
  many: 'Règlements',
  fields: {
    numero: 'Numéro',
    sinistre_id: 'Sinistre',
    succursale_id: 'Succursale',
    montant: 'Montant',
    mode_paiement: 'Mode de paiement',
    beneficiaire: 'Bénéficiaire',
    telephone: 'Téléphone',
    reference: 'Référence',
    statut: 'Statut',
    corrige_id: 'Contrepasse',
    auteur_id: 'Payé par',
    regle_le: 'Payé le',
  },
  choices: {
    mode_paiement: reglement.fr.mode_paiement,
    statut: { effectue: 'Effectué', contrepasse: 'Contrepassé' },
  },
  actions: { contrepasser: 'Contrepasser' },
  sentences: {
    reglement_trop_haut: 'Il reste {maximum} francs à payer.',
    reglement_contrepasse: 'Ce règlement est déjà contrepassé.',
    'contrainte.reglements_figes': 'Un règlement reste tel qu’il est : il se contrepasse.',
  },
};

const en: Labels = {
  one: 'Claim payment',
  many: 'Claim payments',
  fields: {
    numero: 'Number',
    sinistre_id: 'Claim',
    succursale_id: 'Branch',
    montant: 'Amount',
    mode_paiement: 'Way of payment',
    beneficiaire: 'Paid to',
    telephone: 'Telephone',
    reference: 'Reference',
    statut: 'Status',
    corrige_id: 'Takes back',
    auteur_id: 'Paid by',
    regle_le: 'Paid on',
  },
  choices: {
    mode_paiement: reglement.en.mode_paiement,
    statut: { effectue: 'Done', contrepasse: 'Taken back' },
  },
  actions: { contrepasser: 'Take back' },
  sentences: {
    reglement_trop_haut: '{maximum} francs are left to pay.',
    reglement_contrepasse: 'This payment has been taken back already.',
    'contrainte.reglements_figes': 'A payment stays as it is: it is taken back.',
  },
};

export const messages = { fr, en };
