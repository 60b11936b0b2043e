import { ADMINISTRATEUR, can, exceeds } from '../../../core/access.ts';
import { champInvalide, refuse } from '../../../core/errors.ts';
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

/** Nobody gives a role more than they hold themselves. */
export const givesNoMore: Rule<Role> = ({ after, tx }) => {
  if (!after) return;
  const excess = exceeds(tx.caller.actor, {
    role: after.code,
    portee: after.portee,
    droits: { role: after.droits, utilisateur: {} },
  });
  if (excess) throw champInvalide(excess === 'portee' ? 'portee' : 'droits', 'donne_plus_que_soi', { droit: excess });
};

/** An administrateur can always put the rights right again. */
export const administratorsKeepTheKeys: Rule<Role> = ({ after, tx }) => {
  if (after?.code !== ADMINISTRATEUR) return;
  const keys = allResources().filter(({ name }) => name === 'roles' || name === 'utilisateurs');
  const actor = { ...tx.caller.actor, role: after.code, droits: { role: after.droits, utilisateur: {} } };
  const lost = keys.some((resource) => !can(actor, resource, 'lire') || !can(actor, resource, 'modifier'));
  if (lost) throw champInvalide('droits', 'administrateur_garde_les_cles');
};
