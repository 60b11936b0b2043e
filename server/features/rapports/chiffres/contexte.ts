import { type Caller, can, demand } from '../../../core/access.ts';
import { aggregateStatement } from '../../../core/query/aggregate.ts';
import { IN_MAX } from '../../../core/query/filters.ts';
import { pageStatement } from '../../../core/query/list.ts';
import { parseQuery } from '../../../core/query/parse.ts';
import type { Resource } from '../../../core/resource.ts';
import type { Filtre } from '../populations.ts';
import { dire } from './messages.ts';
import type { Partage } from './partage.ts';
import type { Contexte, Groupe, VueDatee } from './types.ts';

/** The engine's own statements over what this person may read, shared; `depuis` is when the oldest was answered. */
export function contexteDe(
  partage: Partage,
  caller: Caller,
  vue: VueDatee,
): { contexte: Contexte; depuis: () => Date } {
  const { actor } = caller;
  let oldest: Date | undefined;

  async function lire<T>(of: Resource, statement: Parameters<Partage['lire']>[0]): Promise<T[]> {
    const { results, le } = await partage.lire(statement, of.name);
    if (!oldest || le < oldest) oldest = le;
    return JSON.parse(results);
  }

  const lister = <T>(of: Resource, sent: Filtre) => {
    demand(actor, of, 'lire');
    return lire<T>(of, pageStatement(actor, of, parseQuery(actor, of, Object.entries(sent))));
  };

  const contexte: Contexte = {
    caller,
    vue,
    async grouper(of, filtre, par, somme) {
      demand(actor, of, 'lire');
      const asked = {
        ...filtre,
        ...(par.length > 0 ? { group_by: par.join(',') } : {}),
        ...(somme ? { sum: somme } : {}),
      };
      return lire<Groupe>(of, aggregateStatement(actor, of, Object.entries(asked)));
    },
    async nommer(of, cles) {
      if (!can(actor, of, 'lire') || cles.length === 0) return new Map();
      const parts = Array.from({ length: Math.ceil(cles.length / IN_MAX) }, (_, i) =>
        cles.slice(i * IN_MAX, (i + 1) * IN_MAX).toSorted((a, b) => a - b),
      );
      const found = await Promise.all(
        parts.map((some) =>
          lister<{ id: number; libelle: string }>(of, {
            id__in: some.join(','),
            fields: 'id,libelle',
            page_size: String(IN_MAX),
          }),
        ),
      );
      return new Map(found.flat().map(({ id, libelle }) => [id, libelle]));
    },
    premieres: (of, filtre, ordre, combien) => lister(of, { ...filtre, ordering: ordre, page_size: String(combien) }),
    dire: (cle) => dire(caller.langue, cle),
  };
  return { contexte, depuis: () => oldest ?? new Date() };
}
