import { populations } from '../populations.ts';
import { choix, mois, reference } from './axes.ts';
import { carte, croise, familles, premiers, taux } from './formes.ts';
import type { Definition } from './types.ts';

const {
  opportunites_en_cours: en_cours,
  opportunites_gagnees: gagnees,
  opportunites_perdues: perdues,
  opportunites_ponderees: ponderees,
} = populations;

const issues = { gagnees, perdues };

export const cartesCrm: readonly Definition[] = [
  carte('clients', 'nombre', populations.clients),
  carte('projets-actifs', 'nombre', populations.projets_actifs),
  carte('opportunites-en-cours', 'nombre', en_cours),
  carte('valeur-ponderee', 'francs', ponderees),
  carte('taches-en-retard', 'nombre', populations.taches_en_retard),
  taux('taux-conversion', 'carte', { gagnees: { population: gagnees }, perdues: { population: perdues } }),
];

export const chiffresCrm: readonly Definition[] = [
  croise('pipeline', { unite: 'francs', forme: 'barres', population: en_cours, axe: choix(en_cours.of, 'etape') }),
  familles('performance', {
    unite: 'nombre',
    forme: 'barres',
    de: issues,
    axe: ({ date = '' }) => mois(date),
  }),
  familles('performance-responsables', {
    unite: 'nombre',
    forme: 'table',
    de: issues,
    axe: ({ of }) => reference(of, 'responsable_id'),
  }),
];

export const listesCrm: readonly Definition[] = [
  premiers('projets-recents', populations.projets_recents, '-id'),
  premiers('clients-recents', populations.clients, '-id'),
  premiers('opportunites-actives', en_cours, '-montant'),
  premiers('taches-a-venir', populations.taches_ouvertes, 'date_echeance'),
];
