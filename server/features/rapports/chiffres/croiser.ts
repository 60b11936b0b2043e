import { GROUPS_MAX } from '../../../core/query/aggregate.ts';
import { type Filtre, filtreDe, type Population } from '../populations.ts';
import { type Axe, codeDe, type Place } from './axes.ts';
import { avant } from './periode.ts';
import type { Contexte, Corps, Groupe, Liste, Point, Serie, Unite } from './types.ts';

/** What rows come to: how many they are, and their sum. */
export interface Compte {
  nombre: number;
  somme: number;
}

const rien: Compte = { nombre: 0, somme: 0 };

export const ajouter = (a: Compte, b: Compte): Compte => ({ nombre: a.nombre + b.nombre, somme: a.somme + b.somme });

export const listeDe = ({ of, montant }: Population, filtre: Filtre): Liste => ({
  ressource: of.name,
  filtre,
  ...(montant ? { somme: montant } : {}),
});

/** A count as a figure of this unit says it. */
export const dire = (unite: Unite, { montant }: Population, { nombre, somme }: Compte) => ({
  valeur: unite === 'francs' ? somme : nombre,
  nombre,
  ...(montant ? { montant: somme } : {}),
});

const compteDe = ({ montant }: Population, groupe: Groupe | undefined): Compte => ({
  nombre: groupe?.nombre ?? 0,
  somme: montant ? Number(groupe?.[`sum_${montant}`] ?? 0) : 0,
});

/** How many rows of a population, and their sum. */
export async function compter(contexte: Contexte, population: Population, filtre: Filtre): Promise<Compte> {
  const [groupe] = await contexte.grouper(population.of, filtre, [], population.montant);
  return compteDe(population, groupe);
}

/**
 * The total of a population as somebody looks at it, and over as many days before where it has dates.
 * @param connu what it comes to, where that is known already
 */
export async function totaliser(
  contexte: Contexte,
  unite: Unite,
  population: Population,
  connu?: Compte,
): Promise<Omit<Corps, 'series'>> {
  const filtre = filtreDe(population, contexte.vue);
  const [maintenant, jadis] = await Promise.all([
    connu ?? compter(contexte, population, filtre),
    population.date ? compter(contexte, population, filtreDe(population, avant(contexte.vue))) : undefined,
  ]);
  const { valeur: total, ...rest } = dire(unite, population, maintenant);
  const precedent = jadis ? { precedent: dire(unite, population, jadis).valeur } : {};
  return { total, ...rest, ...precedent, liste: listeDe(population, filtre) };
}

export interface Croisement {
  series: Serie[];
  /** What all groups come to; undefined where there may be more of them. */
  compte?: Compte;
}

const nomDe = (axe: Axe | undefined, contexte: Contexte): string[] => (axe?.par ? [axe.par(contexte)] : []);

/** Places that have to be asked for one by one; one for all where the engine groups. */
async function demandees(axe: Axe | undefined, contexte: Contexte): Promise<(Place | undefined)[]> {
  return axe && !axe.par ? axe.places(contexte, []) : [undefined];
}

/**
 * The numbers of a population, each row of which has one place at most, at each place of an axis, a series for each place of the other. What stands at no place
 * of theirs is in no series, nor what comes after the thousand largest groups.
 */
export async function croiser(
  contexte: Contexte,
  unite: Unite,
  population: Population,
  axe: Axe,
  serie?: Axe,
): Promise<Croisement> {
  const base = filtreDe(population, contexte.vue);
  const [lignes, colonnes] = await Promise.all([demandees(serie, contexte), demandees(axe, contexte)]);
  const par = [...nomDe(serie, contexte), ...nomDe(axe, contexte)];
  const comptes = new Map<string, Compte>();
  const valeurs = { serie: new Set<unknown>(), axe: new Set<unknown>() };
  let compte: Compte | undefined = rien;
  const asked = lignes.flatMap((ligne) => colonnes.map((colonne) => ({ ligne, colonne })));
  await Promise.all(
    asked.map(async ({ ligne, colonne }) => {
      const filtre = { ...base, ...ligne?.filtre, ...colonne?.filtre };
      const groupes = await contexte.grouper(population.of, filtre, par, population.montant);
      if (groupes.length >= GROUPS_MAX) compte = undefined;
      for (const groupe of groupes) {
        const at = { serie: groupe[nomDe(serie, contexte)[0] ?? ''], axe: groupe[nomDe(axe, contexte)[0] ?? ''] };
        valeurs.serie.add(at.serie);
        valeurs.axe.add(at.axe);
        const key = `${ligne?.code ?? codeDe(at.serie)}\n${colonne?.code ?? codeDe(at.axe)}`;
        comptes.set(key, compteDe(population, groupe));
        compte &&= ajouter(compte, compteDe(population, groupe));
      }
    }),
  );
  const seule: Place = { code: 'aucun', libelle: contexte.dire('ensemble'), filtre: {} };
  const [series, points] = await Promise.all([
    serie ? serie.places(contexte, [...valeurs.serie]) : [seule],
    axe.places(contexte, [...valeurs.axe]),
  ]);
  const point = (ligne: Place, { code, libelle, filtre }: Place): Point => ({
    code,
    libelle,
    ...dire(unite, population, comptes.get(`${ligne.code}\n${code}`) ?? rien),
    liste: listeDe(population, { ...base, ...ligne.filtre, ...filtre }),
  });
  const made = series.map((ligne) => ({
    code: serie ? ligne.code : 'ensemble',
    libelle: ligne.libelle,
    liste: listeDe(population, { ...base, ...ligne.filtre }),
    points: points.map((place) => point(ligne, place)),
  }));
  return { series: made, ...(compte ? { compte } : {}) };
}
