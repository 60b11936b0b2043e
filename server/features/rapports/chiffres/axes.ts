import { choiceLabel } from '../../../core/messages/messages.ts';
import { DAY, MONTH } from '../../../core/query/aggregate.ts';
import { type Resource, resourceOf } from '../../../core/resource.ts';
import type { Filtre } from '../populations.ts';
import { parJour, pas } from './periode.ts';
import type { Contexte } from './types.ts';

/** A place on an axis: its code, what it is called, and what the rows there have in common. */
export interface Place {
  code: string;
  libelle: string;
  filtre: Filtre;
}

/** How rows are told apart: by what the engine groups by, or by filters of which each row fits one at most. */
export interface Axe {
  /** The field that groups; absent where each place is asked for by its filter. */
  par?: (contexte: Contexte) => string;
  /** The places, in order, given the values that the groups have. */
  places(contexte: Contexte, valeurs: readonly unknown[]): Place[] | Promise<Place[]>;
}

export const codeDe = (valeur: unknown): string => (valeur === null || valeur === undefined ? 'aucun' : String(valeur));

/** Every choice of a field, or those named, in their order. */
export const choix = (of: Resource, champ: string, seulement?: readonly string[]): Axe => ({
  par: () => champ,
  places: ({ caller: { langue } }) =>
    (seulement ?? of.fields.get(champ)?.choices ?? []).map((code) => ({
      code,
      libelle: choiceLabel(langue, of, champ, code),
      filtre: { [champ]: code },
    })),
});

/** The rows that a reference names, by name; those without one last. */
export const reference = (of: Resource, champ: string): Axe => ({
  par: () => champ,
  async places(contexte, valeurs) {
    const cles = valeurs.filter((valeur) => typeof valeur === 'number');
    const target = of.fields.get(champ)?.target;
    if (!target) throw new Error(`${of.name}: ${champ} is not a reference`);
    const noms = await contexte.nommer(resourceOf(target()), cles);
    const places = cles.map((cle) => ({
      code: String(cle),
      libelle: noms.get(cle) ?? `n° ${cle}`,
      filtre: { [champ]: String(cle) },
    }));
    places.sort((a, b) => a.libelle.localeCompare(b.libelle, contexte.caller.langue));
    const sans = { code: 'aucun', libelle: contexte.dire('aucun'), filtre: { [`${champ}__isnull`]: 'true' } };
    return valeurs.some((valeur) => valeur === null) ? [...places, sans] : places;
  },
});

/** The days of the period, or its months where they are many. */
export const temps = (champ: string): Axe => ({
  par: ({ vue }) => champ + (parJour(vue) ? DAY : MONTH),
  places: ({ vue, caller: { langue } }) => pas(vue, champ, langue, parJour(vue)),
});

/** The months of the period. */
export const mois = (champ: string): Axe => ({
  par: () => champ + MONTH,
  places: ({ vue, caller: { langue } }) => pas(vue, champ, langue, false),
});

/** Places that have a filter each, told anew each day; called by the words of their code. */
export const tranches = (made: () => Readonly<Record<string, Filtre>>): Axe => ({
  places: ({ dire }) => Object.entries(made()).map(([code, filtre]) => ({ code, libelle: dire(code), filtre })),
});
