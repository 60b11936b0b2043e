import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Ligne de bordereau',
  many: 'Lignes de bordereau',
  fields: { bordereau_id: 'Bordereau', paiement_id: 'Paiement', montant: 'Montant', vivante: 'En vigueur' },
  hints: { vivante: 'Non : le bordereau est annulé, le paiement peut figurer dans un autre.' },
};

const en: Labels = {
  one: 'Slip line',
  many: 'Slip lines',
  fields: { bordereau_id: 'Slip', paiement_id: 'Payment', montant: 'Amount', vivante: 'In force' },
  hints: { vivante: 'No: the slip is annulled, the payment may stand in another.' },
};

export const messages = { fr, en };
