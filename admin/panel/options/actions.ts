import type { ActionContext, ResourceOptions } from 'adminjs';
import { can } from '../../../server/core/access.ts';
import type { Action } from '../../../server/core/action.ts';
import type { Board } from '../../../server/core/board.ts';
import { possibleActions } from '../../../server/core/records/act.ts';
import type { Resource, Verb } from '../../../server/core/resource.ts';
import { shapeOf } from '../../../server/core/shape.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { rowOf } from '../adapter/values.ts';
import { knownAs } from '../person.ts';
import { isPrinted } from '../prints.ts';
import { act } from '../screens/act.ts';
import { binHandler } from '../screens/bin.ts';
import { boardCustom, boardHandler } from '../screens/board.ts';
import { bulkDelete } from '../screens/bulk-delete.ts';
import { compareHandler } from '../screens/compare.ts';
import { historyHandler } from '../screens/history.ts';
import { relatedHandler } from '../screens/related.ts';

type Asked = Pick<ActionContext, 'currentAdmin' | 'record'>;
/** AdminJS types an action by each answer that it may give; ours give their own. */
type PanelAction = Record<string, unknown>;

/** What AdminJS may offer and do, always from the engine's answer to "may this person?". */
export function actionsOf(guichet: Guichet, resource: Resource): ResourceOptions['actions'] {
  const may =
    (permission: string) =>
    ({ currentAdmin }: Asked) => {
      const known = knownAs(currentAdmin);
      return known !== undefined && can(known.actor, resource, permission);
    };
  const both = (permission: string) => ({
    isAccessible: may(permission),
    isVisible: may(permission),
    showResourceActions: permission === 'lire',
  });
  /** A verb that writes is offered where the resource has it at all. */
  const writes = (verb: Verb) => (resource.verbs.includes(verb) ? both(verb) : closed);
  const own = resource.actions.map((action) => [
    action.name,
    recordAction(guichet, resource, action, may(action.name)),
  ]);
  return {
    list: both('lire'),
    search: { isAccessible: may('lire'), isVisible: false },
    show: { ...both('lire'), showResourceActions: false },
    new: writes('creer'),
    edit: writes('modifier'),
    // The end of what a view shows asks for a reason: it has an action of its own.
    delete: resource.behind ? closed : writes('supprimer'),
    bulkDelete: {
      ...(resource.behind ? closed : writes('supprimer')),
      handler: bulkDelete(guichet, resource),
    },
    historique: {
      actionType: 'record',
      isAccessible: may('lire'),
      isVisible: false,
      handler: historyHandler(guichet, resource),
    },
    liens: {
      actionType: 'record',
      isAccessible: may('lire'),
      isVisible: false,
      handler: relatedHandler(guichet, resource),
    },
    ...(resource.board ? { tableau: board(guichet, resource, resource.board, may('lire')) } : {}),
    ...(isPrinted(resource.name) ? { imprimer: told('record', may('lire')) } : {}),
    ...(resource.name === 'devis'
      ? { comparer: { ...told('record', may('lire')), handler: compareHandler(guichet) } }
      : {}),
    exporter: {
      actionType: 'resource',
      isAccessible: may('exporter'),
      isVisible: false,
      handler: async () => ({ adresse: `/admin/export/${resource.name}` }),
    },
    ...(resource.restorable ? { corbeille: bin(guichet, resource, may('restaurer')) } : {}),
    ...Object.fromEntries(own),
  } as ResourceOptions['actions'];
}

const closed = { isAccessible: false, isVisible: false };

/** Not a button of AdminJS's: our own screens ask whether it is there. */
const told = (actionType: 'resource' | 'record', isAccessible: (asked: Asked) => boolean): PanelAction => ({
  actionType,
  isAccessible,
  isVisible: false,
  handler: async (_request: unknown, _response: unknown, { record, currentAdmin }: ActionContext) => ({
    record: record?.toJSON(currentAdmin),
  }),
});

const board = (
  guichet: Guichet,
  resource: Resource,
  declared: Board,
  allowed: (asked: Asked) => boolean,
): PanelAction => ({
  actionType: 'resource',
  isAccessible: allowed,
  isVisible: false,
  custom: boardCustom(resource, declared),
  handler: boardHandler(guichet, resource, declared),
});

const bin = (guichet: Guichet, resource: Resource, allowed: (asked: Asked) => boolean): PanelAction => ({
  actionType: 'resource',
  icon: 'Archive',
  component: 'BinScreen',
  isAccessible: allowed,
  isVisible: allowed,
  showFilter: false,
  handler: binHandler(guichet, resource),
});

/** A verb of the business as a button on the row, with a form made from its input. */
function recordAction(
  guichet: Guichet,
  resource: Resource,
  action: Action,
  allowed: (asked: Asked) => boolean,
): PanelAction {
  return {
    actionType: 'record',
    icon: action.icon,
    component: 'ActionForm',
    showResourceActions: false,
    variant: action.reason ? 'danger' : 'default',
    isAccessible: allowed,
    isVisible: (asked: Asked) => allowed(asked) && possibleNow(resource, action, asked),
    custom: { shape: shapeOf(action.input) },
    handler: act(guichet, resource, action),
  };
}

function possibleNow(resource: Resource, { name }: Action, { currentAdmin, record }: Asked): boolean {
  const known = knownAs(currentAdmin);
  if (!known || !record) return true;
  return possibleActions(known.actor, resource, rowOf(resource, record.params)).includes(name);
}
