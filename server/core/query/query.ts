import type { Field } from '../fields.ts';
import type { Lookup } from '../kinds.ts';

export interface Filter {
  field: Field;
  lookup: Lookup;
  /** One value of the field's kind; several for `in` and `range`; a boolean for `isnull`. */
  value: unknown;
}

export interface Order {
  field: Field;
  descending: boolean;
}

/** What a person asks of a resource, already checked against what they may see. */
export interface Query {
  filters: Filter[];
  search?: string;
  ordering: Order[];
  page: number;
  page_size: number;
  /** Where the previous page ended; `''` asks for the first page of a walk by key. */
  cursor?: string;
  fields?: string[];
  expand: string[];
  /** Counted to the last row, however many there are. */
  exact?: boolean;
  /** The rows put aside by deletion instead of the living ones. */
  corbeille: boolean;
}

export const PAGE_SIZE = 25;
export const PAGE_SIZE_MAX = 200;
/** Beyond this depth a page by number costs too much; `cursor` has no such end. */
export const DEPTH_MAX = 100_000;
