import { type ActionContext, type ActionRequest, type RecordActionResponse, ValidationError } from 'adminjs';
import type { Action } from '../../../server/core/action.ts';
import { say } from '../../../server/core/messages/messages.ts';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { paramsOf, withoutSpaces } from '../adapter/values.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

interface Shape {
  properties?: Record<string, { type?: string }>;
}

/** Carries out a verb of the business on the row, with what its form sent; a refusal comes back to the form. */
export const act =
  (guichet: Guichet, resource: Resource, action: Action) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext): Promise<RecordActionResponse> => {
    const { record, currentAdmin, h } = context;
    if (!record) throw new ValidationError({ id: { message: 'introuvable' } });
    if (request.method !== 'post') return { record: record.toJSON(currentAdmin) };
    const caller = await callerIn(guichet, context);
    const { revision, ...typed } = request.payload ?? {};
    try {
      const input = inputOf(typed, context.action.custom().schema as Shape);
      const { resultat, ...row } = await said(caller.langue, () =>
        guichet.records.act(caller, resource, Number(record.id()), action.name, input, revisionIn(revision)),
      );
      record.params = paramsOf(resource, row);
      return {
        record: record.toJSON(currentAdmin),
        notice: { message: 'actionFaite', type: 'success', resourceId: resource.name },
        ...(resultat
          ? { resultat }
          : {
              redirectUrl: h.recordActionUrl({ resourceId: resource.name, recordId: record.id(), actionName: 'show' }),
            }),
      };
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      const message = error.baseError?.message ?? say(caller.langue, { key: 'invalide' });
      return {
        record: { ...record.toJSON(currentAdmin), errors: error.propertyErrors },
        notice: { message, type: 'error' },
      };
    }
  };

/** Texts of a form as the values that the action's schema expects; what was left empty is left out. */
function inputOf(typed: Record<string, unknown>, { properties = {} }: Shape): Record<string, unknown> {
  const filled = Object.entries(typed).filter(([, text]) => text !== '' && text !== null);
  return Object.fromEntries(filled.map(([name, text]) => [name, typedAs(String(text), properties[name]?.type)]));
}

function typedAs(text: string, type?: string): unknown {
  if (type === 'integer' || type === 'number') return /^-?[\d\s.,]+$/.test(text) ? Number(withoutSpaces(text)) : text;
  if (type === 'boolean') return text === 'true';
  return text;
}

const revisionIn = (sent: unknown): number | undefined => (/^\d{1,9}$/.test(String(sent)) ? Number(sent) : undefined);
