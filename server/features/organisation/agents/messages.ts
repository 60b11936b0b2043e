import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Agent',
  many: 'Agents',
  fields: {
    matricule: 'Matricule',
    nom: 'Nom',
    prenom: 'Prénom',
    telephone: 'Téléphone',
    adresse: 'Adresse',
    succursale_id: 'Succursale',
    utilisateur_id: 'Compte',
    solde: 'Solde à reverser',
    taux_commission: 'Commission (%)',
    statut: 'Statut',
  },
  choices: { statut: { actif: 'Actif', suspendu: 'Suspendu', parti: 'Parti' } },
  actions: {
    suspendre: 'Suspendre',
    reactiver: 'Réactiver',
    'constater-depart': 'Constater le départ',
    'fixer-commission': 'Fixer la commission',
  },
  hints: {
    matricule: 'Laissez vide pour attribuer le prochain numéro.',
    solde: 'Espèces encaissées et pas encore reversées ; seuls les encaissements et les reversements le changent.',
  },
  sentences: {
    agent_pas_actif: 'Cet agent n’est pas actif.',
    agent_deja_actif: 'Cet agent est déjà actif.',
    agent_deja_parti: 'Le départ de cet agent est déjà constaté.',
    agent_doit_encore: 'Cet agent doit encore reverser des espèces : son solde n’est pas nul.',
  },
};

const en: Labels = {
  one: 'Agent',
  many: 'Agents',
  fields: {
    matricule: 'Staff number',
    nom: 'Last name',
    prenom: 'First name',
    telephone: 'Telephone',
    adresse: 'Address',
    succursale_id: 'Branch',
    utilisateur_id: 'Account',
    solde: 'Cash to remit',
    taux_commission: 'Commission (%)',
    statut: 'Status',
  },
  choices: { statut: { actif: 'Active', suspendu: 'Suspended', parti: 'Left' } },
  actions: {
    suspendre: 'Suspend',
    reactiver: 'Reactivate',
    'constater-depart': 'Record departure',
    'fixer-commission': 'Set the commission',
  },
  hints: {
    matricule: 'Leave empty to be given the next number.',
    solde: 'Cash collected and not yet remitted; only payments and remittances change it.',
  },
  sentences: {
    agent_pas_actif: 'This agent is not active.',
    agent_deja_actif: 'This agent is already active.',
    agent_deja_parti: 'This agent’s departure is already recorded.',
    agent_doit_encore: 'This agent still has cash to remit: the balance is not zero.',
  },
};

export const messages = { fr, en };
