import { action } from '../../../core/action.ts';
import { Borne } from './borne.ts';
import { emettreCodeBorne, oublierSecrets } from './enrolement.ts';

export const enroler = action(Borne, {
  name: 'enroler',
  icon: 'Link',
  secret: true,
  run: (borne, _input, { tx }) => emettreCodeBorne(tx, borne.id),
});

export const revoquer = action(Borne, {
  name: 'revoquer',
  icon: 'Slash',
  reason: true,
  when: (borne) => borne.etat !== 'revoquee' || 'borne_deja_revoquee',
  run: async (borne, _input, { tx }) => {
    await oublierSecrets(tx, borne.id);
    borne.revoquer();
  },
});
