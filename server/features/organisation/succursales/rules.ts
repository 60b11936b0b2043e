import { champInvalide, refuse } from '../../../core/errors.ts';
import type { Rule } from '../../../core/records/rules.ts';
import type { Succursale } from './succursale.ts';

/** One succursale is on top, all others hang below another. */
export const oneOnTop: Rule<Succursale> = async ({ before, after, tx }) => {
  if (!after || after.parent_id || (before && !before.parent_id)) return;
  const [top] = await tx.query('select from succursales where parent_id is null');
  if (top) throw refuse('un_seul_sommet', {}, { parent_id: [{ key: 'un_seul_sommet' }] });
};

/** A succursale hangs below another one, never below itself or its own descendants. */
export const staysATree: Rule<Succursale> = async ({ before, after, tx }) => {
  if (!after?.parent_id || !before || after.parent_id === before.parent_id) return;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', ['succursales.parent_id']);
  const above = await tx.query<{ id: number }>(
    `with recursive above as (
       select id, parent_id from succursales where id = $1
       union select s.id, s.parent_id from succursales s join above a on s.id = a.parent_id)
     select id from above`,
    [after.parent_id],
  );
  if (above.some(({ id }) => id === before.id)) throw champInvalide('parent_id', 'succursale_sous_elle_meme');
};
