import type { ActionContext, ActionRequest } from 'adminjs';
import { can } from '../../../server/core/access.ts';
import { champInvalide } from '../../../server/core/errors.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

const PAGE = 50;

/** The deleted rows, newest first; POST brings one back or destroys it for good (`verbe`, `id`). */
export const binHandler =
  (guichet: Guichet, resource: Resource) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext) => {
    const caller = await callerIn(guichet, context);
    const { records } = guichet;
    return said(caller.langue, async () => {
      if (request.method === 'post') {
        const { id, verbe } = request.payload ?? {};
        if (verbe === 'restaurer') await records.restore(caller, resource, Number(id));
        else if (verbe === 'detruire') await records.destroy(caller, resource, Number(id));
        else throw champInvalide('verbe', 'valeur_inconnue');
        return { notice: { message: verbe === 'restaurer' ? 'restaure' : 'detruit', type: 'success' } };
      }
      const page = /^\d{1,6}$/.test(String(request.query?.page)) ? String(request.query?.page) : '1';
      const query = parseQuery(caller.actor, resource, [
        ['corbeille', '1'],
        ['ordering', '-supprime_le'],
        ['page', page],
        ['page_size', String(PAGE)],
      ]);
      const found = await records.list(caller, resource, query);
      const lignes = (JSON.parse(found.results) as Record<string, unknown>[]).map(({ id, libelle, supprime_le }) => ({
        id,
        libelle,
        supprime_le,
      }));
      return {
        lignes,
        total: found.count,
        page: Number(page),
        par_page: PAGE,
        peut_detruire: can(caller.actor, resource, 'detruire'),
      };
    });
  };
