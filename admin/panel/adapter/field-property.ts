import { BaseProperty } from 'adminjs';
import type { Field } from '../../../server/core/fields.ts';

/** What the adapter of the ORM knows of a column. */
interface Column {
  isId(): boolean;
  position(): number;
}

/**
 * A declared field over its column. Its type is always `string` on the server: AdminJS would turn an emptied
 * number into 0 and a day into a moment; texts go to the field's own kind instead. The browser's type is an option.
 */
export class FieldProperty extends BaseProperty {
  constructor(field: Field, column: Column | undefined, position: number) {
    super({
      path: field.name,
      type: 'string',
      isId: column?.isId() ?? false,
      isSortable: field.kind !== 'json',
      position: column?.position() ?? position,
    });
  }

  override isTitle(): boolean {
    return false;
  }
}

/** `libelle` names a row; `recherche` is the search box of the filters. Neither is a column. */
export class VirtualProperty extends BaseProperty {
  constructor(path: 'libelle' | 'recherche') {
    super({ path, type: 'string', isSortable: false, position: 0 });
  }

  override isTitle(): boolean {
    return this.path() === 'libelle';
  }
}
