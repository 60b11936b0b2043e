import { action } from '../../../core/action.ts';
import { issuePasswordLink } from './mot-de-passe.ts';
import { Utilisateur } from './utilisateur.ts';

export const envoyerLien = action(Utilisateur, {
  name: 'envoyer-lien',
  icon: 'Mail',
  when: (utilisateur) => utilisateur.actif || 'compte_inactif',
  run: (utilisateur, _input, { tx }) => issuePasswordLink(tx, utilisateur),
});

export const fermerSessions = action(Utilisateur, {
  name: 'fermer-sessions',
  icon: 'LogOut',
  reason: true,
  run: (utilisateur) => utilisateur.fermerSessions(),
});
