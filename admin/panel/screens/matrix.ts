import type { ActionRequest, PageContext } from 'adminjs';
import { can, type Droits, grantedByDefault } from '../../../server/core/access.ts';
import { Problem } from '../../../server/core/errors.ts';
import { say } from '../../../server/core/messages/messages.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import { roles } from '../../../server/features/organisation/roles/resource.ts';
import { features } from '../../../server/features.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';

interface RoleRow {
  id: number;
  code: string;
  nom: string;
  revision: number;
  droits: Droits;
}

/** The rights of every role, default and exception; POST (`id`, `revision`, `droits`) changes those of one. */
export const matrixHandler =
  (guichet: Guichet) => async (request: ActionRequest, _response: unknown, context: PageContext) => {
    const caller = await callerIn(guichet, context);
    if (request.method === 'post') return save(guichet, caller, request.payload ?? {});
    const query = parseQuery(caller.actor, roles, [
      ['page_size', '200'],
      ['ordering', 'id'],
    ]);
    const { results } = await guichet.records.list(caller, roles, query);
    return {
      modifiable: can(caller.actor, roles, 'modifier'),
      roles: (JSON.parse(results) as RoleRow[]).map(({ id, code, nom, revision, droits }) => ({
        id,
        code,
        nom,
        revision,
        droits,
        parDefaut: defaultsOf(code),
      })),
      groupes: Object.entries(features).map(([name, resources]) => ({
        name,
        resources: resources.map(({ name: of, permissions }) => ({ name: of, permissions })),
      })),
    };
  };

/** Resource → the rights that the product foresees for a role. */
const defaultsOf = (code: string): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(features)
      .flat()
      .map((resource) => [
        resource.name,
        resource.permissions.filter((permission) => grantedByDefault(resource, code, permission)),
      ]),
  );

async function save(guichet: Guichet, caller: Awaited<ReturnType<typeof callerIn>>, sent: Record<string, unknown>) {
  const droits = parsed(sent.droits);
  try {
    const row = await guichet.records.update(
      caller,
      roles,
      Number(sent.id),
      { droits },
      { revision: Number(sent.revision) },
    );
    return { role: { revision: row.revision, droits: row.droits } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const reasons = Object.values(error.errors)
      .flat()
      .map((each) => say(caller.langue, each));
    return { erreur: [say(caller.langue, error.said), ...reasons].join(' ') };
  }
}

/** What is no document goes on as it is, for the engine to refuse. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return String(text);
  }
}
