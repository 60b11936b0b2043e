import { type ActionContext, type ActionRequest, NotFoundError } from 'adminjs';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

/** What happened to one row, the newest first. */
export const historyHandler =
  (guichet: Guichet, resource: Resource) =>
  async (_request: ActionRequest, _response: unknown, context: ActionContext) => {
    const { record, currentAdmin } = context;
    if (!record) throw new NotFoundError('introuvable', 'historique');
    const caller = await callerIn(guichet, context);
    const lignes = await said(caller.langue, () => guichet.records.history(caller, resource, Number(record.id())));
    return { record: record.toJSON(currentAdmin), lignes: JSON.parse(lignes) };
  };
