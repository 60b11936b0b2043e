import { action } from '../../../core/action.ts';
import { mayBecome, type transitions } from './etats.ts';
import { Projet } from './projet.ts';

const verbe = (name: keyof typeof transitions, icon: string) =>
  action(Projet, {
    name,
    icon,
    when: ({ statut }) => mayBecome(statut, name),
    run: (projet) => projet.devenir(name),
  });

export const actions = [verbe('demarrer', 'Play'), verbe('terminer', 'CheckCircle'), verbe('rouvrir', 'RotateCcw')];
