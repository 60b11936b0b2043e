import { z } from 'zod';
import { type FieldOptions, filled, kindOf } from './kinds.ts';
import type { Transaction } from './records/transaction.ts';
import type { Row } from './row.ts';

type RowClass<T> = abstract new () => T;

/** Where and when an action runs: inside one transaction, for one caller. */
export interface ActionContext {
  tx: Transaction;
}

/** What an action may answer beside the row itself: never journaled. */
// biome-ignore lint/suspicious/noConfusingVoidType: most verbs answer nothing, and so does an arrow that calls one
export type ActionResult = Record<string, unknown> | void;

export interface ActionDefinition<T extends Row, I extends z.ZodObject> {
  name: string;
  /** An icon of the design system (feather names). */
  icon?: string;
  /** What the person must fill in; the form, the document and the checks come from it. */
  input?: I;
  /** Dangerous: the person must say why, and the journal keeps it (field `motif`). */
  reason?: boolean;
  /** What it answers is shown once: a second sending of the same request (`Idempotency-Key`) does not get it again. */
  secret?: boolean;
  /** A second method that clients may call it by, beside POST. */
  also?: 'patch' | undefined;
  /** true when the row allows it now; otherwise the key of the sentence that says why not. */
  when?: (row: T) => true | string;
  /** What its form begins with, out of the row: only what saves typing, never what must be found out anew. */
  prefill?: (row: T) => Partial<z.input<z.ZodObject<I['shape']>>>;
  /** Changes the row (it is saved afterwards) or does more through the transaction. */
  run: (row: T, input: z.output<I>, context: ActionContext) => ActionResult | Promise<ActionResult>;
}

/** A verb of the business, as the engine carries it: already checked input, any row. */
export interface Action {
  name: string;
  icon: string;
  reason: boolean;
  secret: boolean;
  also?: 'patch' | undefined;
  input: z.ZodObject;
  when: (row: object) => true | string;
  prefill: (row: object) => Record<string, unknown>;
  run: (row: Row, input: Record<string, unknown>, context: ActionContext) => ActionResult | Promise<ActionResult>;
}

/** Inputs that a form asks for in a way of their own; the names of the rest of zod's do by themselves. */
export const input = {
  /** The key of a row of a resource, chosen by its name. */
  reference: (resource: string) => z.int().positive().meta({ reference: resource }),
  /** Whole francs, at least 1. */
  francs: ({ min = 1, max = Number.MAX_SAFE_INTEGER }: Pick<FieldOptions, 'min' | 'max'> = {}) =>
    z.int().min(min).max(max).meta({ unit: 'francs' }),
  /** A telephone as it is typed, E.164 afterwards. */
  phone: () => kindOf('phone').schema({}).meta({ format: 'phone' }) as z.ZodType<string, string>,
};

/** Words of at least three characters: why a dangerous thing is done. */
const motif = filled({ min: 3, max: 500 });

/** Declares a verb of the business once, for every surface. */
export function action<T extends Row, I extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  _entity: RowClass<T>,
  definition: ActionDefinition<T, I>,
): Action {
  const {
    name,
    icon = 'Zap',
    reason = false,
    secret = false,
    also,
    when = () => true,
    prefill = () => ({}),
    run,
  } = definition;
  const own = z.strictObject(definition.input?.shape ?? {});
  return {
    name,
    icon,
    reason,
    secret,
    also,
    input: reason ? own.extend({ motif }) : own,
    when: when as Action['when'],
    prefill: prefill as Action['prefill'],
    run: run as unknown as Action['run'],
  };
}
