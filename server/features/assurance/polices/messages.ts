import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Numéro de police',
  many: 'Numéros de police',
  fields: {
    numero: 'Numéro',
    souscription_id: 'Souscription',
    mode_attribution: 'Attribution',
    agent_attribueur_id: 'Attribué par',
    attribue_le: 'Attribué le',
    motif: 'Motif',
  },
  choices: {
    mode_attribution: {
      automatique: 'Automatique',
      manuelle: 'Manuelle',
    },
  },
};

const en: Labels = {
  one: 'Policy number',
  many: 'Policy numbers',
  fields: {
    numero: 'Number',
    souscription_id: 'Application',
    mode_attribution: 'How it was given',
    agent_attribueur_id: 'Given by',
    attribue_le: 'Given on',
    motif: 'Reason',
  },
  choices: {
    mode_attribution: {
      automatique: 'Automatic',
      manuelle: 'Manual',
    },
  },
};

export const messages = { fr, en };
