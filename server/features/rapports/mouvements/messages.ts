import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Mouvement de portefeuille',
  many: 'Mouvements de portefeuille',
  fields: {
    jour: 'Jour',
    mouvement: 'Mouvement',
    nombre: 'Nombre',
    souscription_id: 'Souscription',
    produit_id: 'Produit',
    succursale_id: 'Succursale',
  },
  choices: {
    mouvement: { nouveau: 'Nouveau', renouvele: 'Renouvelé', echu: 'Arrivé à terme', resilie: 'Résilié' },
  },
  hints: {
    jour: 'Le premier jour dans le portefeuille, ou le premier où le contrat n’y est plus.',
    nombre: '1 : le contrat entre ; -1 : il sort.',
  },
  sentences: {
    periode_inversee: 'La période finit avant de commencer.',
    periode_longue: 'Une période de {annees} ans au plus.',
  },
};

const en: Labels = {
  one: 'Portfolio movement',
  many: 'Portfolio movements',
  fields: {
    jour: 'Day',
    mouvement: 'Movement',
    nombre: 'Number',
    souscription_id: 'Application',
    produit_id: 'Product',
    succursale_id: 'Branch',
  },
  choices: {
    mouvement: { nouveau: 'New', renouvele: 'Renewed', echu: 'Came to its end', resilie: 'Cancelled' },
  },
  hints: {
    jour: 'The first day in the portfolio, or the first on which the contract is no longer in it.',
    nombre: '1: the contract enters; -1: it leaves.',
  },
  sentences: {
    periode_inversee: 'The period ends before it begins.',
    periode_longue: 'A period of {annees} years at most.',
  },
};

export const messages = { fr, en };
