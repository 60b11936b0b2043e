/** Exceptions by resource and right. */
export type Droits = Record<string, Record<string, boolean>>;

export interface Role {
  id: number;
  code: string;
  nom: string;
  revision: number;
  droits: Droits;
  /** Resource → the rights that the product foresees. */
  parDefaut: Record<string, string[]>;
}

export interface Group {
  name: string;
  resources: { name: string; permissions: string[] }[];
}

export interface Matrix {
  modifiable: boolean;
  roles: Role[];
  groupes: Group[];
}

export const foreseen = ({ parDefaut }: Role, resource: string, permission: string): boolean =>
  parDefaut[resource]?.includes(permission) ?? false;

export const holds = (role: Role, resource: string, permission: string): boolean =>
  role.droits[resource]?.[permission] ?? foreseen(role, resource, permission);

/** The other way round; an exception that says what is foreseen anyway is none. */
export function toggled(role: Role, resource: string, permission: string): Role {
  const wanted = !holds(role, resource, permission);
  const { [permission]: _, ...rest } = role.droits[resource] ?? {};
  const own = wanted === foreseen(role, resource, permission) ? rest : { ...rest, [permission]: wanted };
  const { [resource]: __, ...others } = role.droits;
  return { ...role, droits: Object.keys(own).length > 0 ? { ...others, [resource]: own } : others };
}

export function differ(role: Role, kept: Role | undefined): boolean {
  const flat = ({ droits }: Role) =>
    Object.entries(droits)
      .flatMap(([resource, rights]) => Object.entries(rights).map(([right, value]) => `${resource}.${right}=${value}`))
      .sort()
      .join();
  return !kept || flat(role) !== flat(kept);
}
