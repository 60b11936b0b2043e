import type { EditPropertyProps, FilterPropertyProps, PropertyJSON, ShowPropertyProps } from 'adminjs';
import type { Shape } from './shapes.ts';

/** What our options say of a property beside AdminJS's own. */
export interface Custom {
  look: string;
  max?: number;
  /** What a new row has unless told otherwise. */
  initial?: unknown;
  catalogue?: Catalogue;
  /** A choice that names its row: read as text. */
  plain?: boolean;
  /** May be left empty. */
  optional?: boolean;
  /** What a document is made of. */
  shape?: Shape;
}

/** Every resource with its rights, in the order of the menu. */
export type Catalogue = { name: string; permissions: string[] }[];

/** What is compared by its length stands at the right, under a heading at the right. */
const measured = ['francs', 'integer', 'percent', 'valeur'];
export const isMeasured = (property: Pick<PropertyJSON, 'custom'>): boolean =>
  measured.includes(customOf(property).look);

export const customOf = (property: Pick<PropertyJSON, 'custom'>): Custom => property.custom as unknown as Custom;

export type EditProps = EditPropertyProps;
export type FilterProps = FilterPropertyProps;
export type ShowProps = ShowPropertyProps;
