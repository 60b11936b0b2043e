import { champInvalide } from '../../../core/errors.ts';
import type { Rule } from '../../../core/records/rules.ts';
import type { Succursale } from './succursale.ts';

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
