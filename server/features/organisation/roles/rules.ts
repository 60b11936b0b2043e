import { ADMINISTRATEUR, can, exceeds } from '../../../core/access.ts';
import { champInvalide, interditPour, refuse } from '../../../core/errors.ts';
import type { Rule } from '../../../core/records/rules.ts';
import { allResources } from '../../../core/resource.ts';
import type { Role } from './role.ts';

/** The roles that came with the product stay what the rest of it counts on. */
export const systemRolesStay: Rule<Role> = ({ before, after }) => {
  if (!before?.systeme) return;
  if (!after) throw refuse('role_systeme');
  for (const field of ['code', 'portee'] as const) {
    if (after[field] !== before[field]) throw champInvalide(field, 'role_systeme_fixe');
  }
};

const heldBy = ({ code, portee, droits }: Readonly<Role>) => ({
  role: code,
  portee,
  droits: { role: droits, utilisateur: {} },
});

/** Nobody touches a role that gives more than they hold themselves. */
export const touchesNoHigher: Rule<Role> = ({ before, tx }) => {
  if (before && exceeds(tx.caller.actor, heldBy(before))) throw refuse('role_superieur');
};

/** Nobody gives a role more than they hold themselves. */
export const givesNoMore: Rule<Role> = ({ after, tx }) => {
  const excess = after && exceeds(tx.caller.actor, heldBy(after));
  if (excess) throw interditPour(excess === 'portee' ? 'portee' : 'droits', 'donne_plus_que_soi', { droit: excess });
};

/** An administrateur can always put the rights right again. */
export const administratorsKeepTheKeys: Rule<Role> = ({ after, tx }) => {
  if (after?.code !== ADMINISTRATEUR) return;
  const keys = allResources().filter(({ name }) => name === 'roles' || name === 'utilisateurs');
  const actor = { ...tx.caller.actor, ...heldBy(after) };
  const lost = keys.some((resource) => !can(actor, resource, 'lire') || !can(actor, resource, 'modifier'));
  if (lost) throw champInvalide('droits', 'administrateur_garde_les_cles');
};
