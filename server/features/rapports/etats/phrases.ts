import type { Caller } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import type { Field } from '../../../core/fields.ts';
import { fieldLabel, type Langue } from '../../../core/messages/messages.ts';
import type { Filter } from '../../../core/query/query.ts';
import type { Prete } from './demande.ts';
import { direJour, direMois, direValeur, type Noms, nomsDe } from './libelles.ts';
import { mots } from './mots.ts';
import type { Groupement } from './rapport.ts';

/** The period in words; undefined without one. */
export function direPeriode(langue: Langue, { periode }: Prete): string | undefined {
  if (!periode) return undefined;
  const { du, au } = periode;
  const said = mots[langue];
  if (du && au) return said.entre(direJour(du), direJour(au));
  return du ? said.du(direJour(du)) : said.au(direJour(au ?? ''));
}

/** The filters in words, the report's own among them, one sentence each; the period has its own. */
export async function direFiltres(database: Database, caller: Caller, prete: Prete): Promise<string[]> {
  const { query, of, periode } = prete;
  const said = mots[caller.langue];
  const bounds = periode ? [periode.du && `${periode.champ}__gte`, periode.au && `${periode.champ}__lte`] : [];
  const own = query.filters.filter(({ field, lookup }) => !bounds.includes(`${field.name}__${lookup}`));
  const sentences = await Promise.all(
    own.map(async (filter) => direFiltre(caller, of, filter, await named(database, caller, filter))),
  );
  return query.search ? [...sentences, `${said.recherche} : ${query.search}`] : sentences;
}

async function named(
  database: Database,
  { actor }: Caller,
  { field, lookup, value }: Filter,
): Promise<Noms | undefined> {
  if (field.kind !== 'reference' || lookup === 'isnull') return undefined;
  return nomsDe(database, actor, field, [value].flat().map(Number));
}

function direFiltre(caller: Caller, of: Prete['of'], { field, lookup, value }: Filter, noms?: Noms): string {
  const said = mots[caller.langue];
  // The amounts beside it name their currency themselves.
  const name = fieldLabel(caller.langue, of, field.name).replace(/ \(FCFA\)$/, '');
  if (lookup === 'isnull') return name + (value ? said.vrai : said.faux);
  const values = [value].flat().map((each) => direValeur(caller, of, field, each, noms));
  const joined = lookup === 'range' ? values.join(' – ') : values.join(', ');
  return name + (said.filtres[lookup] ?? said.filtres.exact ?? '').replace('{v}', () => joined);
}

/** What groups are made by, in words. */
export function direGroupement(langue: Langue, of: Prete['of'], { field, mois }: Groupement): string {
  const name = fieldLabel(langue, of, field.name);
  return mois ? `${name} (${langue === 'fr' ? 'mois' : 'month'})` : name;
}

/** The names of groups, by the value that stands for each. */
export async function nommeurDeGroupes(
  database: Database,
  caller: Caller,
  of: Prete['of'],
  { field, mois }: Groupement,
  values: readonly unknown[],
): Promise<(value: unknown) => string> {
  if (mois) return (value) => direMois(caller.langue, value as string | null);
  const noms = field.kind === 'reference' ? await nomsOfGroups(database, caller, field, values) : undefined;
  return (value) => direValeur(caller, of, field, value, noms);
}

const nomsOfGroups = (database: Database, { actor }: Caller, field: Field, values: readonly unknown[]) =>
  nomsDe(database, actor, field, values.filter((value) => value !== null).map(Number));
