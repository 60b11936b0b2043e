import { choiceLabel } from '../../../core/messages/messages.ts';
import { GROUPS_MAX } from '../../../core/query/aggregate.ts';
import { mouvements, type NomMouvement } from '../mouvements/mouvement.ts';
import { filtreDe, populations } from '../populations.ts';
import { type Place, reference } from './axes.ts';
import { ajouter, type Compte, listeDe } from './croiser.ts';
import type { Contexte, Corps, Definition, Forme, Point, Serie } from './types.ts';

const population = populations.mouvements;
const { of } = population;

/** What was in force before the period, and each movement in it, of one product or of all. */
interface Soldes {
  ouverture: Compte;
  mouvements: Map<NomMouvement, Compte>;
}

/**
 * Opening + nouveau + renouvele - echu - resilie = closing, on the days of the view: the closing is added up from the
 * others, and the list that it opens adds up to it by itself.
 */
export const mouvementsDe = (nom: string, forme: Forme, parProduit: boolean): Definition => ({
  nom,
  unite: 'nombre',
  forme,
  populations: [population],
  async calculer(contexte): Promise<Corps> {
    const { du } = contexte.vue;
    const {
      [`${population.date}__gte`]: _du,
      [`${population.date}__lte`]: _au,
      ...whole
    } = filtreDe(population, contexte.vue);
    const demander = (par: readonly string[]) =>
      Promise.all([
        contexte.grouper(of, { ...whole, jour__lt: du }, par, 'nombre'),
        contexte.grouper(of, filtreDe(population, contexte.vue), [...par, 'mouvement'], 'nombre'),
      ]);
    // What products come to is asked once for both figures; only a great many of them would not all be there.
    let [avant, pendant] = await demander(['produit_id']);
    const partiel = pendant.length >= GROUPS_MAX || avant.length >= GROUPS_MAX;
    if (partiel && !parProduit) [avant, pendant] = await demander([]);
    const soldes = new Map<unknown, Soldes>();
    const solde = (produit: unknown): Soldes => {
      const known = soldes.get(produit) ?? { ouverture: { nombre: 0, somme: 0 }, mouvements: new Map() };
      soldes.set(produit, known);
      return known;
    };
    if (!parProduit) solde(undefined);
    const cle = ({ produit_id }: Record<string, unknown>) => (parProduit ? produit_id : undefined);
    for (const each of avant) {
      const own = solde(cle(each));
      own.ouverture = ajouter(own.ouverture, compte(each));
    }
    for (const each of pendant) {
      const own = solde(cle(each)).mouvements;
      const code = each.mouvement as NomMouvement;
      own.set(code, ajouter(own.get(code) ?? { nombre: 0, somme: 0 }, compte(each)));
    }
    const places: Place[] = parProduit
      ? await reference(of, 'produit_id').places(contexte, [...soldes.keys()])
      : [{ code: 'ensemble', libelle: contexte.dire('ensemble'), filtre: {} }];
    const series = places.map((place) =>
      serie(contexte, place, solde(parProduit ? Number(place.code) : undefined), { ...whole, ...place.filtre }),
    );
    const sum = (code: string) =>
      series
        .flatMap(({ points }) => points.filter((point) => point.code === code))
        .reduce((n, { valeur }) => n + valeur, 0);
    const cloture = listeDe(population, { ...whole, jour__lte: contexte.vue.au });
    return { total: sum('cloture'), precedent: sum('ouverture'), liste: cloture, series };
  },
});

const compte = ({ nombre, sum_nombre: somme }: Record<string, unknown>): Compte => ({
  nombre: Number(nombre),
  somme: Number(somme ?? 0),
});

/** The points of one product, in the order in which they add up. */
function serie(
  contexte: Contexte,
  place: Place,
  { ouverture, mouvements: moved }: Soldes,
  filtre: Place['filtre'],
): Serie {
  const { du, au } = contexte.vue;
  const { langue } = contexte.caller;
  const point = (code: string, libelle: string, { nombre, somme }: Compte, own: Place['filtre']): Point => ({
    code,
    libelle,
    valeur: somme,
    nombre,
    liste: listeDe(population, { ...filtre, ...own }),
  });
  const steps = mouvements.map((code) => ({ code, compte: moved.get(code) ?? { nombre: 0, somme: 0 } }));
  const cloture = steps.reduce(
    (sum, { compte: each }) => ({ nombre: sum.nombre + each.nombre, somme: sum.somme + each.somme }),
    ouverture,
  );
  return {
    code: place.code,
    libelle: place.libelle,
    points: [
      point('ouverture', contexte.dire('ouverture'), ouverture, { jour__lt: du }),
      ...steps.map((step) =>
        point(step.code, choiceLabel(langue, of, 'mouvement', step.code), step.compte, {
          mouvement: step.code,
          jour__gte: du,
          jour__lte: au,
        }),
      ),
      point('cloture', contexte.dire('cloture'), cloture, { jour__lte: au }),
    ],
  };
}
