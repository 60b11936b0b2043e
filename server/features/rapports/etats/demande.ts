import { type Actor, demand, visibleFields } from '../../../core/access.ts';
import { type FieldErrors, invalide, Problem } from '../../../core/errors.ts';
import { columnOf, type Field } from '../../../core/fields.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import { kindOf } from '../../../core/kinds.ts';
import { parseQuery } from '../../../core/query/parse.ts';
import type { Query } from '../../../core/query/query.ts';
import { labelOf, type Resource } from '../../../core/resource.ts';
import { safeParse } from '../../../core/validation.ts';
import type { Filtre } from '../populations.ts';
import type { NomRapport } from './catalogue.ts';
import { bornes, type Periode, periodes } from './periodes.ts';
import { colonnesDe, type Groupement, groupementsDe, mesuresDe, type Rapport, rapportDe } from './rapport.ts';

/** What somebody asks of a report: names and texts as they were sent. */
export interface Demande {
  rapport: string;
  /** Filters of the resource's own dialect, `search`, `ordering`, and the period: `du` and `au`, or `periode`. */
  filtres: Filtre;
  /** The report's own unless given. */
  colonnes?: readonly string[];
  /** The report's own unless given; `aucun` for none. */
  grouper_par?: string;
}

/** A demand that this person may make, read and checked. */
export interface Prete {
  nom: NomRapport;
  rapport: Rapport;
  of: Resource;
  /** Both days included; absent where the report has no date or none was given. */
  periode: { champ: string; du?: Jour; au?: Jour } | null;
  /** As a list takes it: the report's own and the reader's, without order. */
  filtre: Filtre;
  query: Query;
  colonnes: Field[];
  mesures: Field[];
  groupement?: Groupement;
}

export const AUCUN = 'aucun';
/** What a report takes beside filters, whatever fields there are. */
export const RESERVES = ['du', 'au', 'periode', 'grouper_par', 'colonnes'];
const PAGED = ['page', 'page_size'] as const;

/**
 * Reads a demand as this person. @throws 404, 403, 400 naming each parameter
 * @param under what stands before the name of a filter in an error: `filtres.` where they are sent together
 */
export function preparer(actor: Actor, demande: Demande, under = ''): Prete {
  const { nom, rapport } = rapportDe(demande.rapport);
  const { of } = rapport.population;
  demand(actor, of, 'lire');
  const errors: FieldErrors = {};
  const { periode: named, ...sent } = demande.filtres;
  const { du, au, ...own } = { ...sent, ...(named === undefined ? {} : span(named, sent, errors)) };
  const { filtre, ordering } = merged(rapport, { du, au }, own, errors);
  const groupement = groupementAsked(actor, rapport, demande.grouper_par, errors);
  const colonnes = columnsAsked(actor, rapport, demande.colonnes, errors);
  const query = attempt(errors, () =>
    parseQuery(actor, of, [...Object.entries(filtre), ...ordering], ['search', 'ordering', ...PAGED]),
  );
  if (!query || Object.keys(errors).length > 0)
    throw invalide(under ? below(errors, under) : errors, 'requete_invalide');
  const champ = rapport.population.date;
  const { page: _page, page_size: _size, ...listed } = filtre;
  return {
    nom,
    rapport,
    of,
    periode: champ && (du || au) ? { champ, ...(du ? { du } : {}), ...(au ? { au } : {}) } : null,
    filtre: listed,
    query,
    colonnes,
    mesures: mesuresDe(actor, rapport),
    groupement,
  };
}

/** The days of a period that has a name, which moves with today. */
function span(named: string, { du, au }: Filtre, errors: FieldErrors): Filtre {
  const known = (periodes as readonly string[]).includes(named);
  if (!known) errors.periode = [{ key: 'choix_invalide', params: { choix: periodes.join(', ') } }];
  else if (du !== undefined || au !== undefined) errors.periode = [{ key: 'rapport_deux_periodes' }];
  else return bornes(named as Periode, aujourdhui());
  return {};
}

/** The report's own filter, the period as one, and the reader's; none of them twice. */
function merged({ population }: Rapport, { du, au }: { du?: string; au?: string }, own: Filtre, errors: FieldErrors) {
  const { date } = population;
  const filtre: Record<string, string> = { ...population.filtre() };
  const bounds = { du, au };
  for (const [name, lookup] of [
    ['du', 'gte'],
    ['au', 'lte'],
  ] as const) {
    const value = bounds[name];
    if (value === undefined) continue;
    const read = safeParse(kindOf('day').schema({}), value);
    if (!read.success) errors[name] = [{ key: 'format_date' }];
    else if (!date) errors[name] = [{ key: 'rapport_sans_date' }];
    else filtre[`${date}__${lookup}`] = value;
  }
  if (du && au && du > au) errors.du ??= [{ key: 'rapport_periode' }];
  const { ordering, ...filters } = own;
  for (const [name, value] of Object.entries(filters)) {
    if (Object.hasOwn(filtre, name) && filtre[name] !== value) errors[name] = [{ key: 'rapport_filtre_fixe' }];
    filtre[name] = value;
  }
  return { filtre, ordering: ordering ? [['ordering', ordering] as const] : [] };
}

function groupementAsked(actor: Actor, rapport: Rapport, asked: string | undefined, errors: FieldErrors) {
  if (asked === AUCUN) return undefined;
  const known = groupementsDe(actor, rapport);
  const found = known.find(({ nom }) => nom === (asked ?? rapport.grouper_par));
  if (!found && asked !== undefined)
    errors.grouper_par = [
      { key: 'choix_invalide', params: { choix: [...known.map(({ nom }) => nom), AUCUN].join(', ') } },
    ];
  return found;
}

/** A reference is asked for as the field, `client_id`, or as its label, `client`. */
function columnsAsked(
  actor: Actor,
  rapport: Rapport,
  asked: readonly string[] | undefined,
  errors: FieldErrors,
): Field[] {
  if (!asked || asked.length === 0) return colonnesDe(actor, rapport);
  const visible = visibleFields(actor, rapport.population.of);
  const find = (name: string) =>
    visible.find((field) => field.name === name || (field.kind === 'reference' && labelOf(field) === name));
  const unknown = asked.filter((name) => !find(name));
  if (unknown.length > 0) errors.colonnes = [{ key: 'champ_inconnu_nomme', params: { champ: unknown.join(', ') } }];
  return [...new Set(asked.flatMap((name) => find(name) ?? []))];
}

/** Gathers what a reading refuses beside what was refused already. */
function attempt<T>(errors: FieldErrors, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 400) throw error;
    for (const [name, said] of Object.entries(error.errors)) errors[name] ??= said;
    return undefined;
  }
}

const ofTheDemand = ['colonnes', 'grouper_par'];
const below = (errors: FieldErrors, under: string): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([name, said]) => [ofTheDemand.includes(name) ? name : under + name, said]),
  );

/** What a file reads, in its order: the rows of a group one after the other, choices as their list has them. */
export function enOrdre({ query, groupement, colonnes }: Prete): Query {
  const fields = [...colonnes, ...(groupement ? [groupement.field] : [])].map(({ name }) => name);
  if (!groupement) return { ...query, fields };
  const { field } = groupement;
  const rest = query.ordering.filter((order) => order.field !== field);
  const place = (alias: string) => `array_position('{${field.choices?.join(',')}}'::text[], ${columnOf(field, alias)})`;
  const first = field.choices ? { ...field, computed: place } : field;
  return { ...query, fields, ordering: [{ field: first, descending: false }, ...rest] };
}
