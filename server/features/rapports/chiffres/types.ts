import type { Caller } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Records } from '../../../core/records/records.ts';
import type { Resource } from '../../../core/resource.ts';
import type { Watch } from '../../../core/watch.ts';
import type { Filtre, Population, Vue } from '../populations.ts';

export type Unite = 'nombre' | 'francs' | 'pourcent';
export type Forme = 'carte' | 'barres' | 'piles' | 'courbe' | 'anneau' | 'table';

/** The list whose rows add up to a number, in the API's dialect; `somme` is the field that adds up, if one does. */
export interface Liste {
  ressource: string;
  filtre: Filtre;
  somme?: string;
}

/** A number of a figure: `valeur` in the figure's unit, `nombre` of rows behind it, `montant` in francs. */
export interface Point {
  code: string;
  libelle: string;
  valeur: number;
  nombre: number;
  montant?: number;
  liste: Liste;
}

export interface Serie {
  code: string;
  libelle: string;
  /** The rows of all its points, where they have a filter in common. */
  liste?: Liste;
  points: Point[];
}

/** What a figure says beside its name. `precedent` is the same total over as many days before. */
export interface Corps {
  total: number;
  nombre?: number;
  montant?: number;
  precedent?: number;
  /** The share of the first series in all, in hundredths. */
  taux?: number;
  liste?: Liste;
  series: Serie[];
  /** Rows of the list itself, the first ones. */
  lignes?: Record<string, unknown>[];
}

/** A figure as a screen draws it. `calcule_le` is the moment of its oldest part, at most a minute ago. */
export interface Chiffre extends Corps {
  nom: string;
  titre: string;
  unite: Unite;
  forme: Forme;
  periode?: { du: Jour; au: Jour };
  calcule_le: string;
}

/** What somebody looks at, with its days. */
export interface VueDatee extends Vue {
  du: Jour;
  au: Jour;
}

/** A group as the engine answers it: its fields, `nombre`, and `sum_<field>`. */
export type Groupe = Record<string, unknown> & { nombre: number };

/** What figures are made with: numbers of what this person may read, and words in their language. */
export interface Contexte {
  caller: Caller;
  vue: VueDatee;
  /** Groups of the rows that a filter leaves, with the sum of a field. */
  grouper(of: Resource, filtre: Filtre, par: readonly string[], somme?: string): Promise<Groupe[]>;
  /** What rows are called, by key; those out of reach are left out. */
  nommer(of: Resource, cles: readonly number[]): Promise<Map<number, string>>;
  /** The first rows of a list. */
  premieres(of: Resource, filtre: Filtre, ordre: string, combien: number): Promise<Record<string, unknown>[]>;
  dire(cle: string): string;
}

export interface Definition {
  nom: string;
  unite: Unite;
  forme: Forme;
  /** What it counts: who may not read all of it does not get the figure. */
  populations: readonly Population[];
  calculer(contexte: Contexte): Promise<Corps>;
}

/** What figures stand on. */
export interface Sources {
  database: Database;
  watch: Watch;
  records: Records;
}
