import { interdit } from './errors.ts';
import type { Field } from './fields.ts';
import type { Params } from './query/params.ts';
import { allResources, type Resource, resourceOf } from './resource.ts';

/** How far a role reaches: every row, the rows of its succursales, or a person's own rows. */
export const portees = ['toutes', 'succursale', 'personnel'] as const;
export type Portee = (typeof portees)[number];

/** Exceptions to the defaults, by resource and right: `{ clients: { supprimer: false } }`. */
export type Droits = Record<string, Record<string, boolean>>;

/** Who acts, with everything that decides what they may do. Made anew when any of it changes. */
export interface Actor {
  readonly id: number | null;
  readonly nom: string;
  readonly email: string | null;
  readonly role: string;
  readonly portee: Portee;
  readonly succursale_id: number | null;
  /** The succursale and all below it: what `portee: succursale` reaches. */
  readonly succursales: readonly number[];
  readonly droits: { role: Droits; utilisateur: Droits };
}

/** An actor at work: through which surface, from where, in which language, and why. */
export interface Caller {
  actor: Actor;
  surface: 'api' | 'panneau' | 'systeme' | 'borne' | 'lien';
  langue: 'fr' | 'en';
  adresse_ip?: string;
  requete_id?: string;
  motif?: string;
  /** Makes a write happen once however often it is sent: the client's key and a digest of the request. */
  once?: { cle: string; empreinte: string };
}

/** Someone who has proved nothing yet: no account, no right, no row. */
export const unknownActor = (nom = 'inconnu', email: string | null = null): Actor => ({
  id: null,
  nom,
  email,
  role: 'inconnu',
  portee: 'personnel',
  succursale_id: null,
  succursales: [],
  droits: { role: {}, utilisateur: {} },
});

/** The role that may do everything unless told otherwise. */
export const ADMINISTRATEUR = 'administrateur';

export function can(actor: Actor, resource: Resource, permission: string): boolean {
  const lent = lentBy(resource, permission);
  if (lent) return can(actor, lent.resource, lent.permission);
  if (!resource.permissions.includes(permission)) return false;
  const { role, utilisateur } = actor.droits;
  return (
    utilisateur[resource.name]?.[permission] ??
    role[resource.name]?.[permission] ??
    grantedByDefault(resource, actor.role, permission)
  );
}

/** The right over the rows behind a view that stands for one over the view. */
function lentBy({ behind, permissions }: Resource, permission: string) {
  if (!behind || permissions.includes(permission)) return undefined;
  return { resource: behind.rows, permission: (behind.rights as Record<string, string>)[permission] ?? permission };
}

export const grantedByDefault = (resource: Resource, role: string, permission: string): boolean =>
  role === ADMINISTRATEUR || (Object.hasOwn(resource.grants, role) && !!resource.grants[role]?.includes(permission));

/** Every right but that to create is one over rows that the person may read. @throws 403 */
export function demand(actor: Actor, resource: Resource, permission: string): void {
  for (const each of permission === 'creer' ? [permission] : [permission, 'lire']) {
    if (!can(actor, resource, each)) throw interdit('interdit_action', { permission: each, ressource: resource.name });
  }
}

const seen = new WeakMap<Actor, Map<string, readonly Field[]>>();

/** The fields of a resource that this person may see, filter by, order by, export. */
export function visibleFields(actor: Actor, resource: Resource): readonly Field[] {
  const mine = seen.get(actor) ?? new Map<string, readonly Field[]>();
  seen.set(actor, mine);
  const known = mine.get(resource.name);
  if (known) return known;
  const fields = [...resource.fields.values()].filter(({ name }) => {
    const right = resource.seenWith[name];
    return !right || can(actor, resource, right);
  });
  mine.set(resource.name, fields);
  return fields;
}

export function mayWrite(actor: Actor, resource: Resource, field: Field): boolean {
  const right = resource.writtenWith[field.name];
  return !field.readOnly && visibleFields(actor, resource).includes(field) && (!right || can(actor, resource, right));
}

/**
 * The condition that keeps an actor to their own rows, over the table under `alias`; undefined when every
 * row is theirs. Fails closed: no path to the branch, no succursale, no actor id give no row at all.
 */
export function scopeOf(actor: Actor, resource: Resource, alias: string, params: Params): string | undefined {
  if (actor.portee === 'toutes' || resource.branch === 'shared') return undefined;
  const own = keptTo(actor, resource, alias, params);
  if (resource.reserved)
    return `(${ownRows(actor, resource, alias, params)} or (${alias}.${resource.reserved} and ${own}))`;
  return resource.common ? `(${alias}.${resource.branch} is null or ${own})` : own;
}

function keptTo(actor: Actor, resource: Resource, alias: string, params: Params): string {
  if (actor.portee === 'personnel') return ownRows(actor, resource, alias, params);
  return resource.branch ? branchRows(actor, resource, resource.branch, alias, params) : 'false';
}

/** Whether this row, which the actor may read, is one of those that only the head office writes. */
export const isHeadOffices = ({ portee }: Actor, { common, branch = '' }: Resource, row: object): boolean =>
  common && portee !== 'toutes' && ((row as Record<string, unknown>)[branch] ?? null) === null;

function ownRows({ id }: Actor, { owner }: Resource, alias: string, params: Params): string {
  return owner && id ? `${alias}.${owner} = ${params.add(id)}` : 'false';
}

function branchRows({ succursales }: Actor, { fields }: Resource, path: string, alias: string, params: Params): string {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const [only] = succursales;
    if (only === undefined) return 'false';
    return succursales.length === 1
      ? `${alias}.${head} = ${params.add(only)}`
      : `${alias}.${head} = any(${params.add(succursales)}::bigint[])`;
  }
  const target = fields.get(head)?.target;
  if (!target) throw new Error(`${head} is not a reference`);
  const parent = resourceOf(target());
  const inner = branchRows({ succursales } as Actor, parent, rest.join('.'), `${alias}_${head}`, params);
  return `exists (select from ${parent.name} ${alias}_${head} where ${alias}_${head}.id = ${alias}.${head} and ${inner})`;
}

type Held = Pick<Actor, 'role' | 'portee' | 'droits'>;

/** The first thing that `candidate` would have and `actor` has not: a right (`clients.supprimer`) or the `portee`. */
export function exceeds(actor: Actor, candidate: Held): string | undefined {
  if (portees.indexOf(candidate.portee) < portees.indexOf(actor.portee)) return 'portee';
  for (const resource of allResources()) {
    for (const permission of resource.permissions) {
      if (can(candidate as Actor, resource, permission) && !can(actor, resource, permission))
        return `${resource.name}.${permission}`;
    }
  }
  return undefined;
}
