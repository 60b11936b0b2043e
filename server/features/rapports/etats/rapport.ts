import type { Actor } from '../../../core/access.ts';
import { can, visibleFields } from '../../../core/access.ts';
import { introuvable } from '../../../core/errors.ts';
import type { Field } from '../../../core/fields.ts';
import { dated, MONTH } from '../../../core/query/aggregate.ts';
import type { Population } from '../populations.ts';
import { type NomRapport, nomsRapports, rapports } from './catalogue.ts';

export type Forme = 'barres' | 'courbe' | 'anneau';

/** A share among sums, in percent: `part` of all that `de` add up to. */
export interface Taux {
  part: string;
  de: readonly string[];
}

/** A report: a population, and how it is shown unless the reader wants otherwise. */
export interface Rapport {
  population: Population;
  /** Columns in order; those of the resource's list unless given. */
  colonnes?: readonly string[];
  /** The field that makes the groups, or `<field>__mois` for the months of a day or moment. */
  grouper_par: string;
  /** The fields that are added up. */
  mesures: readonly string[];
  taux?: Readonly<Record<string, Taux>>;
  graphique: { forme: Forme; mesure: string };
}

/** What the rows of a report are put together by. */
export interface Groupement {
  /** As it is asked for: `statut`, `paye_le__mois`. */
  nom: string;
  field: Field;
  mois: boolean;
}

/** The kinds with few enough values to make groups that a person reads. */
const GROUPS: readonly string[] = ['choice', 'reference', 'flag'];

/** What this person may group a report by. A field of which some see only a part is left out. */
export function groupementsDe(actor: Actor, { population: { of } }: Rapport): Groupement[] {
  return visibleFields(actor, of).flatMap((field): Groupement[] => {
    if (of.shownAs[field.name]) return [];
    if (GROUPS.includes(field.kind)) return [{ nom: field.name, field, mois: false }];
    return dated.includes(field.kind) ? [{ nom: field.name + MONTH, field, mois: true }] : [];
  });
}

/** The columns that this report shows unless told otherwise, as far as this person may see them. */
export function colonnesDe(actor: Actor, { population: { of }, colonnes }: Rapport): Field[] {
  const visible = new Map(visibleFields(actor, of).map((field) => [field.name, field]));
  return (colonnes ?? of.list).flatMap((name) => visible.get(name) ?? []);
}

/** The sums that this person may see. */
export function mesuresDe(actor: Actor, { population: { of }, mesures }: Rapport): Field[] {
  return visibleFields(actor, of).filter(({ name }) => mesures.includes(name));
}

/** The reports that this person may run, in order. */
export const rapportsPour = (actor: Actor): NomRapport[] =>
  nomsRapports.filter((nom) => can(actor, rapports[nom].population.of, 'lire'));

/** @throws 404 for a name that no report has */
export function rapportDe(nom: string): { nom: NomRapport; rapport: Rapport } {
  const known = nomsRapports.find((each) => each === nom);
  if (!known) throw introuvable('rapport_inconnu');
  return { nom: known, rapport: rapports[known] };
}
