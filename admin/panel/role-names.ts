import type { Database } from '../../server/core/database.ts';
import type { Watch } from '../../server/core/watch.ts';

/** What each role is called; a code that is not known is its own name. */
export function openRoleNames(database: Database, watch: Watch) {
  let names: Map<string, string> | undefined;
  watch.on('acces', () => {
    names = undefined;
  });

  return {
    async nameOf(code: string): Promise<string> {
      const known = watch.listening ? names : undefined;
      names = known ?? (await load(database));
      return names.get(code) ?? code;
    },
  };
}

async function load(database: Database): Promise<Map<string, string>> {
  const rows = await database.read<{ code: string; nom: string }>({
    text: 'select code, nom from roles',
    values: [],
    stable: true,
  });
  return new Map(rows.map(({ code, nom }) => [code, nom]));
}

export type RoleNames = ReturnType<typeof openRoleNames>;
