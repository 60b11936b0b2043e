/** What a resource is called in one language; every name that a person may meet is here. */
export interface Labels {
  one: string;
  many: string;
  /** Field → its name. `id`, `revision` and the dates are named once for all in the core. */
  fields: Record<string, string>;
  /** Part of a document or of a list of inputs → its name, by path: `garanties.plafond`, `termes.garanties.plafond`. */
  parts?: Record<string, string>;
  /** Field, input or path of a part → code → its name. */
  choices?: Record<string, Record<string, string>>;
  /** Action or further right → its name. */
  actions?: Record<string, string>;
  /** Field of an action's form → its name. */
  inputs?: Record<string, string>;
  /** The sentences that its rules and actions say, by key; blanks in braces. */
  sentences?: Record<string, string>;
  /** A line of help under a field or a part, by its path. */
  hints?: Record<string, string>;
}

/** Names of parts under one path: `partsUnder('garanties', { plafond: 'Plafond' })`. */
export const partsUnder = (path: string, names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([name, label]) => [`${path}.${name}`, label]));
