import { action } from '../../../../core/action.ts';
import { preparer } from '../demande.ts';
import { commander } from '../exports/demander.ts';
import { demandeDe } from './demande.ts';
import { RapportEnregistre } from './rapport-enregistre.ts';

const executer = action(RapportEnregistre, {
  name: 'executer',
  icon: 'Play',
  async run(row, _input, { tx }) {
    const demande = demandeDe(row);
    const { nom, format_fichier: format, id } = row;
    const prete = preparer(tx.caller.actor, demande, 'filtres.');
    return { export: await commander(tx, prete, { demande, format, nom, rapport_enregistre_id: id }) };
  },
});

const suspendre = action(RapportEnregistre, {
  name: 'suspendre',
  icon: 'Pause',
  when: ({ planification, suspendu }) =>
    planification === 'aucune' ? 'rapport_non_planifie' : !suspendu || 'rapport_deja_suspendu',
  run(row) {
    row.suspendu = true;
  },
});

const reprendre = action(RapportEnregistre, {
  name: 'reprendre',
  icon: 'RotateCw',
  when: ({ suspendu }) => suspendu || 'rapport_pas_suspendu',
  run(row) {
    row.suspendu = false;
    row.dernier_resultat = null;
  },
});

export const actions = [executer, suspendre, reprendre];
