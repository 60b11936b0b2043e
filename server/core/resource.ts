import { getMetadataArgsStorage } from 'typeorm';
import type { Actor } from './access.ts';
import type { Action } from './action.ts';
import { type Board, checkBoard } from './board.ts';
import { type Derived, type Field, fieldsOf, inReadingOrder } from './fields.ts';
import type { Labels } from './messages/labels.ts';
import type { Params } from './query/params.ts';
import type { Prepare, Rule } from './records/rules.ts';
import type { Transaction } from './records/transaction.ts';
import { RestorableRow, type Row } from './row.ts';

type EntityClass<T extends Row = Row> = abstract new () => T;
type Name<T> = Extract<keyof T, string>;

/** The SQL of what this person sees of a column. */
export type Shown = (actor: Actor, column: string, params: Params) => string;

/** The verbs that write. */
const verbs = ['creer', 'modifier', 'supprimer'] as const;
export type Verb = (typeof verbs)[number];

/**
 * A view of another resource's rows. Its verbs are those rows' own: whoever may carry them out there may do so here,
 * and rules, journal and history are kept there.
 */
export interface Behind<T extends Row = Row> {
  rows: Resource;
  /** The field here with the key of the row there. */
  by: Name<T>;
  /** Its actions that make no sense here. */
  except?: readonly string[];
  /** What the row there is like, as far as its actions ask, given the row here. */
  like?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** The rights there that let somebody create, change and delete here. */
  rights: Partial<Record<Verb, string>>;
  /** Answers the key of the new row here. */
  create?: (tx: Transaction, input: Record<string, unknown>) => Promise<number>;
  /** @param key of the row there */
  update?: (tx: Transaction, key: number, input: Record<string, unknown>, revision?: number) => Promise<void>;
  remove?: (tx: Transaction, key: number, revision?: number) => Promise<void>;
}

/** One resource, read aloud. Every surface follows from it. */
export interface Definition<T extends Row> {
  /** The fields that name a row to a person, joined by spaces: its `libelle`. */
  title: readonly Name<T>[];
  /** The columns of a list, in order. */
  list: readonly Name<T>[];
  /** The fields that the search looks into, without accents or case. */
  search?: readonly Name<T>[];
  /** How a list is ordered unless asked otherwise: `nom`, or `-cree_le` for the newest first. */
  order?: Name<T> | `-${Name<T>}`;
  /** The path to the succursale a row belongs to (`succursale_id`, `client_id.succursale_id`), or `shared` by all. */
  branch?: Name<T> | `${Name<T>}.${string}` | 'shared';
  /** A row without a succursale is everybody's: all who may read here read it, the head office alone writes it. */
  common?: boolean;
  /** The field with the utilisateur whose own row this is. */
  owner?: Name<T>;
  /** The flag by which an owner lets others within reach read a row; without it their rows are their own. */
  reserved?: Name<T>;
  /** Fields that get the next number of a pattern when left empty: `{ matricule: 'AGT{SEQ:3}' }`. */
  numbered?: Partial<Record<Name<T>, string>>;
  /** Fields that only holders of a further right may see, and its name. */
  seenWith?: Partial<Record<Name<T>, string>>;
  /** Fields of which a person sees only a part: given the actor and the column, the SQL of what they see. */
  shownAs?: Partial<Record<Name<T>, Shown>>;
  /** Fields that only holders of a further right may write, and its name. */
  writtenWith?: Partial<Record<Name<T>, string>>;
  /** Nobody creates, changes or deletes its rows through the engine. */
  readOnly?: boolean;
  /** What there is to do with its rows where that is not all three. */
  verbs?: readonly Verb[];
  /** It is a view, and this is where its rows are kept. */
  behind?: Behind<T>;
  /** What else holds of the row with a key, for a view that no index finds by the key alone. */
  located?: (alias: string, key: string) => string;
  /** Choices that a view tells from other columns, and the condition that each stands for: an index finds those. */
  derived?: Partial<Record<Name<T>, Derived>>;
  /** What each role may do unless the matrix says otherwise. An administrateur may do everything. */
  grants: Partial<Record<string, readonly string[]>>;
  actions?: readonly Action[];
  /** Also shown as a board. */
  board?: Board<T>;
  /** Completes a new row from what it refers to, before the rules look at it. */
  prepare?: Prepare<T>;
  /** The reference to the row that this one shares something with: its changes wait for each other there. */
  within?: Name<T>;
  /** Makes room for a row that is brought back; throws when there is none. */
  welcomeBack?: Prepare<T>;
  /** References below whose rows its own are listed too: `/clients/12/projets`. */
  under?: readonly Name<T>[];
  /** What must hold of each change beyond the fields' own checks. */
  rules?: readonly Rule<T>[];
  messages: Record<'fr' | 'en', Labels>;
}

/** A declared resource, as the engine carries it: any row. */
export interface Resource {
  /** The name in paths and in the matrix; also the table's. */
  name: string;
  entity: EntityClass;
  fields: ReadonlyMap<string, Field>;
  title: readonly string[];
  list: readonly string[];
  search: readonly string[];
  order: string;
  branch?: string;
  common: boolean;
  owner?: string;
  reserved?: string;
  numbered: Readonly<Record<string, string>>;
  seenWith: Readonly<Record<string, string>>;
  shownAs: Readonly<Record<string, Shown>>;
  writtenWith: Readonly<Record<string, string>>;
  readOnly: boolean;
  /** Which of the three verbs that write exist here. */
  verbs: readonly Verb[];
  behind?: Behind;
  located?: (alias: string, key: string) => string;
  derived: Readonly<Record<string, Derived>>;
  restorable: boolean;
  /** Everything that a role can be granted here: the verbs, the actions, the further rights. */
  permissions: readonly string[];
  grants: Readonly<Record<string, readonly string[]>>;
  actions: readonly Action[];
  board?: Board;
  prepare?: Prepare;
  within?: string;
  under: readonly string[];
  welcomeBack?: Prepare;
  rules: readonly Rule[];
  messages: Record<'fr' | 'en', Labels>;
}

const declared = new Map<unknown, Resource>();

/** Declares a resource over an entity. Mistakes in the declaration stop the start. */
export function resource<T extends Row>(entity: EntityClass<T>, definition: Definition<T>): Resource {
  const made = {
    search: [],
    order: '-id',
    numbered: {},
    seenWith: {},
    shownAs: {},
    writtenWith: {},
    derived: {},
    readOnly: false,
    common: false,
    actions: [],
    rules: [],
    under: [],
    verbs: definition.readOnly ? [] : definition.behind ? Object.keys(definition.behind.rights) : verbs,
    ...definition,
    name: tableOf(entity),
    entity,
    fields: new Map(inReadingOrder(fieldsOf(entity)).map((field) => [field.name, field])),
    restorable: entity.prototype instanceof RestorableRow,
    permissions: [] as string[],
    ...(definition.behind ? lentBy(definition.behind as Behind, definition.messages) : {}),
  } as unknown as Resource;
  made.permissions = permissionsOf(made);
  check(made);
  declared.set(entity, made);
  return made;
}

/** The resource declared over an entity; the target of a reference field. */
export function resourceOf(entity: unknown): Resource {
  const found = declared.get(entity);
  if (!found) throw new Error(`no resource is declared over ${String(entity)}`);
  return found;
}

/** The reference by which the rows of `child` are listed below one of `parent`. */
export const referenceTo = (parent: Resource, child: Resource): Field | undefined =>
  child.under
    .map((name) => child.fields.get(name))
    .find((field) => field?.target && resourceOf(field.target()) === parent);

/** `client_id` is shown to people as `client`: `{ id, libelle }`. */
export const labelOf = (reference: Field) => reference.name.replace(/_id$/, '');

function permissionsOf({ verbs, behind, restorable, seenWith, writtenWith, actions }: Resource): string[] {
  const further = [...Object.values(seenWith), ...Object.values(writtenWith)];
  const all = [
    'lire',
    ...(behind ? [] : verbs),
    'exporter',
    ...(restorable ? ['restaurer', 'detruire'] : []),
    ...(behind ? [] : actions.map(({ name }) => name)),
    ...further,
  ];
  return [...new Set(all)];
}

/** What a view has from the rows behind it: their actions, and the words for them. */
function lentBy({ rows, except = [] }: Behind, own: Resource['messages']): Partial<Resource> {
  const { messages: theirs } = rows;
  const actions = rows.actions.filter(({ name }) => !except.includes(name));
  const merged = (langue: 'fr' | 'en'): Labels => {
    const [mine, lent] = [own[langue], theirs[langue]];
    const both = (part: 'actions' | 'inputs' | 'parts' | 'choices' | 'hints') => ({ ...lent[part], ...mine[part] });
    return {
      ...mine,
      actions: both('actions') as Labels['actions'],
      inputs: both('inputs') as Labels['inputs'],
      parts: both('parts') as Labels['parts'],
      choices: both('choices') as Labels['choices'],
      hints: both('hints') as Labels['hints'],
    };
  };
  return { actions, messages: { fr: merged('fr'), en: merged('en') } };
}

/** Everything that somebody may be able to do here, by rights held here or at the rows behind. */
export function abilitiesOf({ permissions, behind, actions }: Resource): string[] {
  if (!behind) return [...permissions];
  return [...permissions, ...Object.keys(behind.rights), ...actions.map(({ name }) => name)];
}

function check(made: Resource): void {
  const order = made.order.replace(/^-/, '');
  const branch = made.branch === 'shared' ? [] : [made.branch?.split('.')[0] ?? 'id'];
  for (const name of [...made.title, ...made.list, ...made.search, order, ...branch]) {
    if (!made.fields.has(name)) throw new Error(`${made.name}: there is no field "${name}"`);
  }
  if (made.common && !made.fields.get(made.branch ?? '')?.optional)
    throw new Error(`${made.name}: what is common has no succursale of its own, so the field must be optional`);
  for (const name of [...made.search, ...made.title, order]) {
    if (made.seenWith[name])
      throw new Error(`${made.name}: "${name}" is hidden from some, so it cannot name, find or order`);
  }
  for (const [name, conditions] of Object.entries(made.derived)) {
    if (String(Object.keys(conditions('t'))) !== String(made.fields.get(name)?.choices))
      throw new Error(`${made.name}: each choice of "${name}" has its condition, in their order`);
  }
  if (made.board) checkBoard(made, made.board);
  for (const granted of Object.values(made.grants).flat()) {
    if (!made.permissions.includes(granted)) throw new Error(`${made.name}: there is no right "${granted}"`);
  }
}

function tableOf(entity: EntityClass): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name;
  if (!table) throw new Error(`${entity.name} is not an entity with a table name`);
  return table;
}

/** Every resource that has been declared, in the order of declaration. */
export const allResources = (): Resource[] => [...declared.values()];
