import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { A_VENIR, type Filtre, populations, SINISTRES_OUVERTS } from '../populations.ts';
import { choix, reference, temps, tranches } from './axes.ts';
import { carte, croise, taux } from './formes.ts';
import { mouvementsDe } from './mouvements.ts';
import type { Definition } from './types.ts';

const il_y_a = (jours: number) => plusJours(aujourdhui(), -jours);

/** From `plus` days ago to `moins` days ago, both included. */
const entre = (champ: string, plus: number | undefined, moins: number): Filtre => ({
  ...(plus === undefined ? {} : { [`${champ}__gte`]: il_y_a(plus) }),
  [`${champ}__lte`]: il_y_a(moins),
});

/** What is late by its age in days, and what falls due today and in the six days after. */
const ages = tranches(() => ({
  retard_plus_90: entre('date_echeance', undefined, 91),
  retard_61_90: entre('date_echeance', 90, 61),
  retard_31_60: entre('date_echeance', 60, 31),
  retard_1_30: entre('date_echeance', 30, 1),
  aujourd_hui: entre('date_echeance', 0, 0),
  sept_jours: entre('date_echeance', -1, -6),
}));

/** How long ago it was declared. */
const delais = tranches(() => ({
  ouvert_0_7: entre('declare_le', 7, 0),
  ouvert_8_30: entre('declare_le', 30, 8),
  ouvert_31_90: entre('declare_le', 90, 31),
  ouvert_plus_90: entre('declare_le', undefined, 91),
}));

const {
  contrats,
  demandes,
  echeances_proches,
  encaissements,
  renouvellements_a_venir: a_renouveler,
  sinistres_ouverts,
} = populations;

export const chiffresAssurance: readonly Definition[] = [
  croise('encaissements', {
    unite: 'francs',
    forme: 'piles',
    population: encaissements,
    axe: temps('paye_le'),
    serie: choix(encaissements.of, 'mode_paiement'),
  }),
  croise('contrats', { unite: 'nombre', forme: 'anneau', population: contrats, axe: choix(contrats.of, 'statut') }),
  croise('contrats-produits', {
    unite: 'nombre',
    forme: 'piles',
    population: contrats,
    axe: reference(contrats.of, 'produit_id'),
    serie: choix(contrats.of, 'statut'),
  }),
  croise('echeances', { unite: 'francs', forme: 'barres', population: echeances_proches, axe: ages }),
  croise('renouvellements', {
    unite: 'nombre',
    forme: 'barres',
    population: a_renouveler,
    axe: choix(a_renouveler.of, 'tranche', A_VENIR),
  }),
  croise('sinistres', {
    unite: 'nombre',
    forme: 'piles',
    population: sinistres_ouverts,
    axe: choix(sinistres_ouverts.of, 'statut', SINISTRES_OUVERTS),
    serie: delais,
  }),
  croise('agents', {
    unite: 'francs',
    forme: 'table',
    population: populations.especes_en_retard,
    axe: reference(populations.especes_en_retard.of, 'agent_id'),
  }),
  taux('conversion', 'anneau', {
    activees: { population: demandes, filtre: { statut__in: 'activee,suspendue,resiliee' } },
    en_attente: { population: demandes, filtre: { statut: 'en_attente' } },
    abandonnees: { population: demandes, filtre: { statut__in: 'annulee,rejetee' } },
  }),
  mouvementsDe('mouvements', 'barres', false),
  mouvementsDe('mouvements-produits', 'table', true),
];

export const cartesAssurance: readonly Definition[] = [
  carte('encaisse', 'francs', encaissements),
  carte('reste-du', 'francs', populations.retards),
  carte('contrats-actifs', 'nombre', populations.contrats_actifs),
  carte('sinistres-ouverts', 'nombre', sinistres_ouverts),
  carte('demandes-en-attente', 'nombre', populations.demandes_en_attente),
  carte('a-renouveler', 'nombre', a_renouveler),
  carte('especes-en-retard', 'francs', populations.especes_en_retard),
];
