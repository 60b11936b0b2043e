import type { Resource } from '../../../core/resource.ts';
import { catalogue } from './catalogue.ts';
import { partageDe } from './partage.ts';
import type { Sources } from './types.ts';

/** What fields of its rows are told from other tables, in SQL. */
const ailleurs = ({ fields }: Resource): string =>
  [...fields.values()].map((field) => field.computed?.('t') ?? '').join();

/** Given the name of a table that has changed, the names of the figures that it may have changed. */
export async function quiTouche(sources: Sources): Promise<(table: string) => string[]> {
  const { dependances } = await partageDe(sources);
  return (table) =>
    catalogue
      .filter(({ populations }) => populations.some(({ of }) => dependances.touche(table, of.name, ailleurs(of))))
      .map(({ nom }) => nom);
}
