import { action } from '../../../core/action.ts';
import { Agent } from './agent.ts';

export const suspendre = action(Agent, {
  name: 'suspendre',
  icon: 'PauseCircle',
  reason: true,
  when: (agent) => agent.statut === 'actif' || 'agent_pas_actif',
  run: (agent) => agent.suspendre(),
});

export const reactiver = action(Agent, {
  name: 'reactiver',
  icon: 'PlayCircle',
  when: (agent) => agent.statut !== 'actif' || 'agent_deja_actif',
  run: (agent) => agent.reactiver(),
});

export const constaterDepart = action(Agent, {
  name: 'constater-depart',
  icon: 'LogOut',
  reason: true,
  when: (agent) => {
    if (agent.statut === 'parti') return 'agent_deja_parti';
    return agent.solde === 0 || 'agent_doit_encore';
  },
  run: (agent) => agent.partir(),
});
