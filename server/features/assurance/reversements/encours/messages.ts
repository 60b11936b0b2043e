import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Encours d’agent',
  many: 'Encours des agents',
  fields: {
    agent_id: 'Agent',
    matricule: 'Matricule',
    succursale_id: 'Succursale',
    total: 'Espèces détenues',
    de_0_a_15: '0 à 15 jours',
    de_16_a_30: '16 à 30 jours',
    plus_de_30: 'Plus de 30 jours',
    plus_ancien_le: 'Depuis le',
    en_retard: 'En retard',
  },
  hints: { en_retard: 'Au-delà du délai de reversement, l’agent n’encaisse plus d’espèces (art. 542).' },
};

const en: Labels = {
  one: 'Cash held by agent',
  many: 'Cash held by agents',
  fields: {
    agent_id: 'Agent',
    matricule: 'Staff number',
    succursale_id: 'Branch',
    total: 'Cash held',
    de_0_a_15: '0 to 15 days',
    de_16_a_30: '16 to 30 days',
    plus_de_30: 'More than 30 days',
    plus_ancien_le: 'Since',
    en_retard: 'Late',
  },
  hints: { en_retard: 'Beyond the time to remit, the agent takes no more cash (art. 542).' },
};

export const messages = { fr, en };
