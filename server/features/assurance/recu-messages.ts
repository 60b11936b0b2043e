/** What a reçu says. */
const fr = {
  titre: 'Reçu de paiement',
  montant: 'Montant reçu',
  recu_de: 'Reçu de',
  telephone: 'Payé par le téléphone',
  police: 'Police',
  produit: 'Produit',
  jour: 'Payé le',
  mode: 'Moyen de paiement',
  reference: 'Référence',
  verse: 'Somme versée',
  repris: 'Repris depuis',
  affecte: 'Ce que ce paiement règle',
  quittance: 'Quittance',
  periode: 'Période',
  du_au: 'du {du} au {au}',
  somme: 'Montant (FCFA)',
  reste: 'Reste dû (FCFA)',
  avance: 'Avance sur les cotisations à venir',
  total: 'Total',
  vide: 'Rien.',
  mention:
    'Reçu édité par voie électronique, valable sans signature. Il ne vaut pas attestation d’assurance : seule celle-ci dit la couverture.',
};

const en: typeof fr = {
  titre: 'Receipt',
  montant: 'Amount received',
  recu_de: 'Received from',
  telephone: 'Paid by telephone',
  police: 'Policy',
  produit: 'Product',
  jour: 'Paid on',
  mode: 'Means of payment',
  reference: 'Reference',
  verse: 'Sum paid',
  repris: 'Taken back since',
  affecte: 'What this payment settles',
  quittance: 'Instalment',
  periode: 'Period',
  du_au: '{du} to {au}',
  somme: 'Amount (FCFA)',
  reste: 'Still to pay (FCFA)',
  avance: 'In advance for instalments to come',
  total: 'Total',
  vide: 'Nothing.',
  mention:
    'Issued electronically, valid without a signature. It is no certificate of insurance: that alone tells of cover.',
};

export const mots = { fr, en };
