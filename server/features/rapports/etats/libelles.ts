import { type Actor, type Caller, can } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import type { Field } from '../../../core/fields.ts';
import { choiceLabel, type Langue } from '../../../core/messages/messages.ts';
import { pageStatement } from '../../../core/query/list.ts';
import type { ExportRow } from '../../../core/records/export.ts';
import { labelOf, type Resource, resourceOf } from '../../../core/resource.ts';
import { flagWords } from '../../../integrations/tableur/messages.ts';
import { isoInZone } from '../../../integrations/tableur/wall-clock.ts';
import { mots } from './mots.ts';
import type { Groupement } from './rapport.ts';

/** The names of rows of other resources, by their key. */
export type Noms = ReadonlyMap<number, string>;

/** The names of the rows that a reference points to, as far as this person may read them. */
export async function nomsDe(database: Database, actor: Actor, field: Field, keys: readonly number[]): Promise<Noms> {
  const target = resourceOf(field.target?.());
  const id = target.fields.get('id') as Field;
  if (keys.length === 0 || !can(actor, target, 'lire')) return new Map();
  const [row] = await database.read<{ results: string }>(
    pageStatement(actor, target, {
      filters: [{ field: id, lookup: 'in', value: [...keys] }],
      ordering: [{ field: id, descending: false }],
      page: 1,
      page_size: keys.length,
      fields: ['libelle'],
      expand: [],
      corbeille: false,
    }),
  );
  const found = JSON.parse(row?.results ?? '[]') as { id: number; libelle: string }[];
  return new Map(found.map((each) => [each.id, each.libelle]));
}

/** A value of a group or filter as a person says it. */
export function direValeur(
  { langue }: Pick<Caller, 'langue'>,
  of: Resource,
  field: Field,
  value: unknown,
  noms?: Noms,
): string {
  if (value === null || value === undefined || value === '') return mots[langue].vide;
  switch (field.kind) {
    case 'choice':
      return choiceLabel(langue, of, field.name, String(value));
    case 'flag':
      return flagWords[langue][String(value)] ?? String(value);
    case 'reference':
      return noms?.get(Number(value)) ?? `n° ${String(value)}`;
    case 'day':
      return direJour(String(value));
    case 'instant':
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? direJour(String(value)) : direInstant(new Date(String(value)));
    case 'francs':
      return `${new Intl.NumberFormat(locales[langue]).format(Number(value))} FCFA`;
    default:
      return String(value);
  }
}

const locales: Record<Langue, string> = { fr: 'fr-FR', en: 'en-GB' };

export const direJour = (jour: string): string => jour.split('-').reverse().join('/');

/** `21/11/2026 13:05`, on the institution's clock. */
export function direInstant(at: Date): string {
  const [jour = '', heure = ''] = isoInZone(at).split('T');
  return `${direJour(jour)} ${heure.slice(0, 5)}`;
}

/** `2026-01` → `janvier 2026`. */
export function direMois(langue: Langue, mois: string | null): string {
  if (!mois) return mots[langue].vide;
  const named = new Intl.DateTimeFormat(locales[langue], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return named.format(new Date(`${mois}-01T00:00:00Z`));
}

/** The group of a row that was read for a file: its key, and its name. */
export function groupeDe(caller: Pick<Caller, 'langue'>, of: Resource, { field, mois }: Groupement, row: ExportRow) {
  const value = row[field.name];
  if (mois) {
    const month = value == null ? null : (value instanceof Date ? isoInZone(value) : String(value)).slice(0, 7);
    return { cle: month ?? '', libelle: direMois(caller.langue, month) };
  }
  const noms = new Map<number, string>();
  const label = field.kind === 'reference' ? (row[labelOf(field)] as { libelle?: string } | null) : null;
  if (label?.libelle) noms.set(Number(value), label.libelle);
  return { cle: value == null ? '' : String(value), libelle: direValeur(caller, of, field, value, noms) };
}
