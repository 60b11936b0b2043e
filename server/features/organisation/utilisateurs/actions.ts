import { z } from 'zod';
import { action } from '../../../core/action.ts';
import { champInvalide } from '../../../core/errors.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { filled } from '../../../core/kinds.ts';
import { emettreCle } from '../cles/emission.ts';
import { issuePasswordLink } from './mot-de-passe.ts';
import { touchesNoHigher } from './rules.ts';
import { Utilisateur } from './utilisateur.ts';

/** The longest that a key may live, in days. */
const KEY_DAYS_MAX = 366;

export const envoyerLien = action(Utilisateur, {
  name: 'envoyer-lien',
  secret: true,
  icon: 'Mail',
  when: (utilisateur) => utilisateur.actif || 'compte_inactif',
  run: async (utilisateur, _input, { tx }) => {
    await touchesNoHigher({ before: utilisateur, after: utilisateur, tx });
    return issuePasswordLink(tx, utilisateur);
  },
});

export const emettre = action(Utilisateur, {
  name: 'emettre-cle',
  secret: true,
  icon: 'Key',
  reason: true,
  input: z.object({ nom: filled({ max: 80 }), expire_le: z.iso.date() }),
  when: (utilisateur) => utilisateur.actif || 'compte_inactif',
  run: async (utilisateur, { nom, expire_le }, { tx }) => {
    if (expire_le < aujourdhui() || expire_le > plusJours(aujourdhui(), KEY_DAYS_MAX)) {
      throw champInvalide('expire_le', 'cle_trop_longue', { jours: KEY_DAYS_MAX });
    }
    await touchesNoHigher({ before: utilisateur, after: utilisateur, tx });
    return emettreCle(tx, utilisateur.id, nom, expire_le);
  },
});

export const fermerSessions = action(Utilisateur, {
  name: 'fermer-sessions',
  icon: 'LogOut',
  reason: true,
  run: async (utilisateur, _input, { tx }) => {
    await touchesNoHigher({ before: utilisateur, after: utilisateur, tx });
    utilisateur.fermerSessions();
    await tx.em.save(utilisateur);
    tx.changed('utilisateurs');
  },
});
