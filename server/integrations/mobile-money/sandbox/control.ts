import { z } from 'zod';
import { jsonIn } from '../reading.ts';
import type { Delivery } from './callbacks.ts';
import type { openClock } from './clock.ts';
import { type Answer, type Asked, answer } from './message.ts';
import { readScenario, type Scenarios } from './scenario.ts';
import type { openStatement } from './statement.ts';
import type { Debit } from './world.ts';

const inputs = {
  scenario: z.strictObject({
    msisdn: z
      .string()
      .regex(/^\+?\d{8,15}$/)
      .optional(),
    next: z.int().min(1).max(1000).optional(),
    scenario: z.array(z.string()),
  }),
  statement: z.strictObject({ extra: z.array(z.string()).optional(), missing: z.array(z.string()).optional() }),
  clock: z.strictObject({ advance: z.number().min(0).optional(), set: z.iso.datetime({ offset: true }).optional() }),
};

export type ScenarioInput = z.input<typeof inputs.scenario>;
export type StatementInput = z.input<typeof inputs.statement>;
export type ClockInput = z.input<typeof inputs.clock>;

/** A request that came in, and the status that answered it. */
export interface Received extends Asked {
  answered: number;
}

interface Parts {
  scenarios: Scenarios;
  clock: ReturnType<typeof openClock>;
  statement: ReturnType<typeof openStatement>;
  debits: readonly Debit[];
  requests: Received[];
  deliveries: Delivery[];
  /** Time has moved: settles and sends what is due. */
  tick(): Promise<void>;
}

/** What tests and the demo may do to the sandbox, as functions and under `/__control/`. */
export function openControl({ scenarios, clock, statement, debits, requests, deliveries, tick }: Parts) {
  const control = {
    /** For a number until it is set anew (`[]` ends it), or for the next requests. @throws {RangeError} if unknown */
    scenario({ scenario, ...to }: ScenarioInput): void {
      scenarios.set(to, readScenario(scenario));
    },
    async clock(change: ClockInput): Promise<void> {
      clock.change(change);
      await tick();
    },
    statement: (change: StatementInput): void => statement.change(change),
    /** Money that was taken, in order. */
    ledger: (): readonly Debit[] => debits,
    /** What came in, without the control's own requests. */
    requests: (): readonly Received[] => requests,
    /** What was sent of the operators' own accord, and how it was answered. */
    deliveries: (): readonly Delivery[] => deliveries,
    csv: (): string => statement.csv(),
  };

  async function post(what: string, body: unknown): Promise<Answer> {
    if (what === 'scenario') control.scenario(inputs.scenario.parse(body));
    else if (what === 'clock') await control.clock(inputs.clock.parse(body));
    else if (what === 'statement.csv') control.statement(inputs.statement.parse(body));
    else return answer(404);
    return answer(204);
  }

  const lists: Record<string, () => Answer> = {
    ledger: () => answer(200, totals(debits)),
    requests: () => answer(200, requests),
    deliveries: () => answer(200, deliveries),
    clock: () => answer(200, { now: new Date(clock.now()).toISOString() }),
    'statement.csv': () => ({ status: 200, raw: statement.csv(), type: 'text/csv; charset=utf-8' }),
  };

  return {
    control,
    /** Answers what is the control's; undefined for any other path. */
    async serve({ method, path, body }: Asked): Promise<Answer | undefined> {
      const [, what] = /^\/__control\/([\w.]+)$/.exec(path) ?? [];
      if (!what) return undefined;
      if (method === 'GET') return lists[what]?.() ?? answer(404);
      try {
        return await post(what, jsonIn(body));
      } catch (error) {
        if (error instanceof z.ZodError || error instanceof RangeError) return answer(400, { detail: error.message });
        throw error;
      }
    },
  };
}

/** The money that was taken, and from whom how much. */
function totals(debits: readonly Debit[]) {
  const byPhone: Record<string, { debits: number; total: number }> = {};
  for (const { phone, amount } of debits) {
    const { debits: count, total } = byPhone[phone] ?? { debits: 0, total: 0 };
    byPhone[phone] = { debits: count + 1, total: total + Number(amount) };
  }
  return { debits, customers: byPhone };
}
