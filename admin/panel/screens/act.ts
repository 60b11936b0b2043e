import {
  type ActionContext,
  type ActionRequest,
  type RecordActionResponse,
  type RecordJSON,
  ValidationError,
} from 'adminjs';
import type { Action } from '../../../server/core/action.ts';
import { kindOf } from '../../../server/core/kinds.ts';
import { say } from '../../../server/core/messages/messages.ts';
import { rowFor } from '../../../server/core/records/act.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { type Shape, shapeOf } from '../../../server/core/shape.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { typedBy } from '../adapter/typed.ts';
import { paramsOf, rowOf } from '../adapter/values.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

/** Carries out a verb of the business on the row, with what its form sent; a refusal comes back to the form. */
export const act =
  (guichet: Guichet, resource: Resource, action: Action) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext): Promise<RecordActionResponse> => {
    const { record, currentAdmin, h } = context;
    if (!record) throw new ValidationError({ id: { message: 'introuvable' } });
    if (request.method !== 'post') return { record: begun(record.toJSON(currentAdmin), resource, action) };
    const caller = await callerIn(guichet, context);
    const { revision, ...typed } = request.payload ?? {};
    try {
      const input = inputOf(typed, shapeOf(action.input));
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

/** The form finds what it begins with among the record's parameters. */
function begun(record: RecordJSON, resource: Resource, action: Action): RecordJSON {
  const prefill = action.prefill(rowFor(resource, rowOf(resource, record.params)));
  return { ...record, params: { ...record.params, prefill: JSON.stringify(prefill) } };
}

const inText = ['list', 'choices', 'group', 'any'];

/** Texts of a form as the values that the action expects; lists and documents come as JSON. */
function inputOf(typed: Record<string, unknown>, shape: Shape): unknown {
  const read = Object.entries(typed).map(([name, text]) => [
    name,
    inText.includes(shape.parts?.[name]?.kind ?? '') ? kindOf('json').fromText(String(text)) : text,
  ]);
  return typedBy(shape, Object.fromEntries(read));
}

const revisionIn = (sent: unknown): number | undefined => (/^\d{1,9}$/.test(String(sent)) ? Number(sent) : undefined);
