import type { ActionContext, ActionRequest } from 'adminjs';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

/** Deletes the chosen rows, all of them or none. */
export const bulkDelete =
  (guichet: Guichet, resource: Resource) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext) => {
    const { records = [], currentAdmin, h } = context;
    const shown = records.map((record) => record.toJSON(currentAdmin));
    if (request.method !== 'post') return { records: shown };
    const caller = await callerIn(guichet, context);
    await said(caller.langue, () =>
      guichet.records.removeMany(
        caller,
        resource,
        records.map((record) => Number(record.id())),
      ),
    );
    const message = records.length > 1 ? 'successfullyBulkDeleted_plural' : 'successfullyBulkDeleted';
    return {
      records: shown,
      notice: { message, options: { count: records.length }, resourceId: resource.name, type: 'success' },
      redirectUrl: h.resourceUrl({ resourceId: resource.name }),
    };
  };
