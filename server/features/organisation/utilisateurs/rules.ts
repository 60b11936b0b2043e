import { ADMINISTRATEUR, exceeds } from '../../../core/access.ts';
import { interditPour, refuse } from '../../../core/errors.ts';
import { same } from '../../../core/records/differences.ts';
import type { Rule } from '../../../core/records/rules.ts';
import { Role } from '../roles/role.ts';
import type { Utilisateur } from './utilisateur.ts';

/** Nobody makes an account that may do more than they may themselves. */
export const givesNoMore: Rule<Utilisateur> = async ({ before, after, tx }) => {
  if (!after || (before && before.role_id === after.role_id && same(before.droits, after.droits))) return;
  const role = await tx.em.findOneByOrFail(Role, { id: after.role_id });
  const held = { role: role.code, portee: role.portee, droits: { role: role.droits, utilisateur: after.droits } };
  const excess = exceeds(tx.caller.actor, held);
  if (excess) throw interditPour('role_id', 'donne_plus_que_soi', { droit: excess });
};

/** Nobody touches an account that may do more than they may themselves. */
export const touchesNoHigher: Rule<Utilisateur> = async ({ before, tx }) => {
  if (!before || before.id === tx.caller.actor.id) return;
  const role = await tx.em.findOneByOrFail(Role, { id: before.role_id });
  const held = { role: role.code, portee: role.portee, droits: { role: role.droits, utilisateur: before.droits } };
  if (exceeds(tx.caller.actor, held)) throw refuse('compte_superieur');
};

/** Nobody changes their own rights, or locks themselves out. */
export const notOneself: Rule<Utilisateur> = ({ before, after, tx }) => {
  if (!before || before.id !== tx.caller.actor.id) return;
  if (!after) throw refuse('pas_soi_meme');
  for (const field of ['role_id', 'succursale_id', 'droits', 'actif'] as const) {
    if (!same(before[field], after[field])) throw interditPour(field, 'pas_soi_meme');
  }
};

/** There is always somebody left who can let others in. */
export const oneAdministratorLeft: Rule<Utilisateur> = async ({ before, after, tx }) => {
  if (!before || (after?.actif && after.role_id === before.role_id)) return;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', ['utilisateurs.administrateurs']);
  const [left] = await tx.query<{ autres: number; etait: boolean }>(
    `select count(*) filter (where u.id <> $1 and u.actif)::int as autres, coalesce(bool_or(u.id = $1), false) as etait
     from utilisateurs u join roles r on r.id = u.role_id where r.code = $2`,
    [before.id, ADMINISTRATEUR],
  );
  if (left?.etait && left.autres === 0) throw refuse('dernier_administrateur');
};
