/** Where a request goes wrong: once, and then it is over. */
export interface Fault {
  at: 'post' | 'get' | 'token';
  what: 'reset' | 'timeout' | 'invalid-json' | number;
  /** Whether the payment is taken on before the fault. */
  accepted: boolean;
}

/** What a scenario changes. */
export interface Effects {
  fault?: Fault;
  pendingPolls?: number;
  pendingForever?: boolean;
  callback: {
    times: number;
    method?: 'PUT' | 'POST';
    before?: boolean;
    late?: boolean;
    wrongHost?: boolean;
    forged?: boolean;
  };
  flips?: boolean;
  mismatch?: boolean;
  reason?: 'string' | 'object' | 'unknown' | 'absent';
  tokenExpiresIn?: number;
  slow?: number;
  /** Airtel: the code of a refusal that comes with HTTP 200. */
  refusal?: string;
  ambiguous?: boolean;
  hash?: 'on' | 'off' | 'bad';
}

type Rule = [RegExp, (effects: Effects, match: string[]) => void];

const rules: Rule[] = [
  [
    /^(accept-then|never-received-then|get|token)-(reset|timeout|invalid-json|[45]\d\d)$/,
    (effects, [, where, what = '']) => {
      const at = where === 'get' || where === 'token' ? where : 'post';
      const named = /^\d/.test(what) ? Number(what) : (what as 'reset' | 'timeout' | 'invalid-json');
      effects.fault = { at, what: named, accepted: where === 'accept-then' };
    },
  ],
  [/^429$/, (effects) => (effects.fault = { at: 'post', what: 429, accepted: false })],
  [/^401-once$/, (effects) => (effects.fault = { at: 'post', what: 401, accepted: false })],
  [/^pending-(\d+)-polls$/, (effects, [, polls]) => (effects.pendingPolls = Number(polls))],
  [/^pending-forever$/, (effects) => (effects.pendingForever = true)],
  [/^callback:none$/, ({ callback }) => (callback.times = 0)],
  [/^callback:once$/, ({ callback }) => (callback.times = 1)],
  [/^callback:x(\d{1,3})$/, ({ callback }, [, times]) => (callback.times = Number(times))],
  [/^callback:before-202$/, ({ callback }) => (callback.before = true)],
  [/^callback:late$/, ({ callback }) => (callback.late = true)],
  [/^callback:(PUT|POST)$/, ({ callback }, [, method]) => (callback.method = method as 'PUT' | 'POST')],
  [/^callback:wrong-host$/, ({ callback }) => (callback.wrongHost = true)],
  [/^callback:forged-success$/, ({ callback }) => (callback.forged = true)],
  [/^status-flips$/, (effects) => (effects.flips = true)],
  [/^amount-mismatch$/, (effects) => (effects.mismatch = true)],
  [/^token-expires-in:(\d+)$/, (effects, [, seconds]) => (effects.tokenExpiresIn = Number(seconds))],
  [/^reason:(string|object|unknown|absent)$/, (effects, [, form]) => (effects.reason = form as Effects['reason'])],
  [/^slow:(\d+)$/, (effects, [, ms]) => (effects.slow = Number(ms))],
  [/^200-success-false(?::(\w+))?$/, (effects, [, code]) => (effects.refusal = code ?? 'DP00800001010')],
  [/^TA-then-TS$/, (effects) => (effects.ambiguous = true)],
  [/^hash:(on|off|bad)$/, (effects, [, hash]) => (effects.hash = hash as Effects['hash'])],
];

const nothing = (): Effects => ({ callback: { times: 1 } });

/** @param names `accept-then-reset`, `pending-3-polls`, `callback:x20` … @throws {RangeError} that names an unknown one */
export function readScenario(names: readonly string[]): Effects {
  const effects = nothing();
  for (const name of names) {
    const rule = rules.find(([pattern]) => pattern.test(name));
    if (!rule) throw new RangeError(`unknown scenario: ${name}`);
    rule[1](effects, rule[0].exec(name) ?? []);
  }
  return effects;
}

/** The scenarios that are set: for a number until it is set anew, or for the next requests whatever their number. */
export function openScenarios() {
  const byPhone = new Map<string, Effects>();
  let next: { effects: Effects; left: number } | undefined;
  const digits = (phone: string) => phone.replace(/^\+|^0/, '');

  return {
    set({ msisdn, next: left = 1 }: { msisdn?: string; next?: number }, effects: Effects): void {
      if (msisdn) byPhone.set(digits(msisdn), effects);
      else next = { effects, left };
    },

    /** For a new request to pay. Airtel's numbers are national: both spellings of a number mean the same. */
    take(phone: string): Effects {
      const own = [...byPhone].find(([each]) => each === digits(phone) || each.endsWith(phone));
      if (own) return own[1];
      if (!next) return nothing();
      const { effects } = next;
      if (--next.left <= 0) next = undefined;
      return effects;
    },

    /** For a request for a token, which names no number. */
    peek: (): Effects => next?.effects ?? nothing(),

    clear(): void {
      byPhone.clear();
      next = undefined;
    },
  };
}

export type Scenarios = ReturnType<typeof openScenarios>;

/** The fault of a scenario, if it strikes here; it strikes once. */
export function strike(effects: Effects, at: Fault['at']): Fault | undefined {
  const { fault } = effects;
  if (fault?.at !== at) return undefined;
  effects.fault = undefined;
  return fault;
}
