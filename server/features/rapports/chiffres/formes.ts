import { type Filtre, filtreDe, type Population } from '../populations.ts';
import type { Axe } from './axes.ts';
import { compter, croiser, dire, listeDe, totaliser } from './croiser.ts';
import type { Contexte, Corps, Definition, Forme, Serie, Unite } from './types.ts';

/** One number and the list behind it. */
export const carte = (nom: string, unite: Unite, population: Population): Definition => ({
  nom,
  unite,
  forme: 'carte',
  populations: [population],
  calculer: async (contexte) => ({ ...(await totaliser(contexte, unite, population)), series: [] }),
});

interface Croise {
  unite: Unite;
  forme: Forme;
  population: Population;
  axe: Axe;
  serie?: Axe;
}

/** A population along an axis, and across another. */
export const croise = (nom: string, { unite, forme, population, axe, serie }: Croise): Definition => ({
  nom,
  unite,
  forme,
  populations: [population],
  async calculer(contexte) {
    const { series, compte } = await croiser(contexte, unite, population, axe, serie);
    return { ...(await totaliser(contexte, unite, population, compte)), series };
  },
});

type Familles = Readonly<Record<string, Population>>;

/** Several populations along one axis, a series each. The places of any of them are those of all. */
export const familles = (
  nom: string,
  { unite, forme, de, axe }: { unite: Unite; forme: Forme; de: Familles; axe: (of: Population) => Axe },
): Definition => ({
  nom,
  unite,
  forme,
  populations: Object.values(de),
  async calculer(contexte) {
    const made = await Promise.all(
      Object.entries(de).map(async ([code, population]): Promise<Serie> => {
        const {
          series: [seule],
        } = await croiser(contexte, unite, population, axe(population));
        const liste = listeDe(population, filtreDe(population, contexte.vue));
        return { code, libelle: contexte.dire(code), liste, points: seule?.points ?? [] };
      }),
    );
    const all = made.flatMap(({ points }) => points);
    const sum = (of: 'valeur' | 'nombre', points = all) => points.reduce((total, point) => total + point[of], 0);
    const taux = part(sum('nombre', made[0]?.points), sum('nombre'));
    return { total: sum('valeur'), nombre: sum('nombre'), taux, series: made };
  },
});

/** Hundredths with one decimal; of nothing at all, 0. */
const part = (nombre: number, tout: number): number => (tout === 0 ? 0 : Math.round((1000 * nombre) / tout) / 10);

interface Part {
  population: Population;
  filtre?: Filtre;
}

/** What share of the whole each part is, in hundredths with one decimal; the first is what the figure is about. */
export const taux = (nom: string, forme: Forme, parts: Readonly<Record<string, Part>>): Definition => ({
  nom,
  unite: 'pourcent',
  forme,
  populations: Object.values(parts).map(({ population }) => population),
  async calculer(contexte): Promise<Corps> {
    const comptes = await Promise.all(
      Object.entries(parts).map(async ([code, { population, filtre }]) => {
        const whole = { ...filtreDe(population, contexte.vue), ...filtre };
        return { code, population, filtre: whole, compte: await compter(contexte, population, whole) };
      }),
    );
    const tout = comptes.reduce((sum, { compte }) => sum + compte.nombre, 0);
    const points = comptes.map(({ code, population, filtre, compte }) => ({
      code,
      libelle: contexte.dire(code),
      ...dire('nombre', population, compte),
      valeur: part(compte.nombre, tout),
      liste: listeDe(population, filtre),
    }));
    const series = [{ code: 'ensemble', libelle: contexte.dire('ensemble'), points }];
    return { total: points[0]?.valeur ?? 0, nombre: tout, series };
  },
});

/** The first rows of a population, and how many there are. */
export const premiers = (nom: string, population: Population, ordre: string, combien = 10): Definition => ({
  nom,
  unite: 'nombre',
  forme: 'table',
  populations: [population],
  async calculer(contexte: Contexte) {
    const filtre = filtreDe(population, contexte.vue);
    const [total, lignes] = await Promise.all([
      totaliser(contexte, 'nombre', population),
      contexte.premieres(population.of, filtre, ordre, combien),
    ]);
    return { ...total, series: [], lignes };
  },
});
