import { resource } from '../../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { RapportEnregistre } from './rapport-enregistre.ts';
import { appartenir, demandeValable, deSonProprietaire, moments } from './rules.ts';

const verbes = ['lire', 'exporter', 'creer', 'modifier', 'supprimer', 'executer', 'suspendre', 'reprendre'] as const;

export const rapportsEnregistres = resource(RapportEnregistre, {
  title: ['nom'],
  list: [
    'nom',
    'rapport',
    'format_fichier',
    'utilisateur_id',
    'partage',
    'planification',
    'prochain_le',
    'dernier_resultat',
  ],
  search: ['nom'],
  order: '-id',
  branch: 'succursale_id',
  owner: 'utilisateur_id',
  reserved: 'partage',
  grants: {
    gestionnaire: verbes,
    agent: verbes,
    instructeur: verbes,
    auditeur: ['lire', 'exporter'],
    operateur: ['lire'],
  },
  prepare: appartenir,
  rules: [deSonProprietaire, demandeValable, moments],
  actions,
  messages,
});
