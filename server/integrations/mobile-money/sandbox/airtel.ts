import { isReference } from '../demande.ts';
import { jsonIn, objectIn, textIn } from '../reading.ts';
import { type Answer, type Asked, answer, spoiled } from './message.ts';
import { planned } from './mtn.ts';
import { airtelPlan } from './numbers.ts';
import { type Scenarios, strike } from './scenario.ts';
import { openTokens } from './tokens.ts';
import type { Payment, World } from './world.ts';

export interface AirtelSettings {
  client: string;
  secret: string;
  /** Milliseconds until a customer has typed the code. */
  delay: number;
  /** Where callbacks go, as the portal has it. */
  callback?: string;
  /** Signs callbacks. */
  hashKey: string;
}

const TOKEN_LIFE = 180;
const [INVALID_CLIENT, INVALID_TOKEN, SUCCESS] = ['invalid_client', 'invalid_token', 'SUCCESS'];
const DENIED = { error_description: 'Invalid client authentication', error: INVALID_CLIENT };
const fine = { code: '200', message: SUCCESS, result_code: 'ESB000010', success: true };

/** Airtel's calls: token, payment, enquiry, refund, balance. */
export function airtelSide(world: World, scenarios: Scenarios, settings: AirtelSettings, now: () => number) {
  const tokens = openTokens<string>(now);

  const routes: [string, RegExp, (asked: Asked, id: string) => Answer][] = [
    ['POST', /^\/auth\/oauth2\/token$/, makeToken],
    ['POST', /^\/merchant\/v1\/payments\/$/, (asked) => withToken(asked, () => pay(asked))],
    ['GET', /^\/standard\/v1\/payments\/([^/]+)$/, (asked, id) => withToken(asked, () => showPayment(id))],
    ['POST', /^\/standard\/v1\/payments\/refund$/, (asked) => withToken(asked, () => refund(asked))],
    ['GET', /^\/standard\/v[12]\/users\/balance$/, (asked) => withToken(asked, showBalance)],
  ];

  function makeToken({ body }: Asked): Answer {
    const { client_id, client_secret, grant_type } = objectIn(jsonIn(body));
    const known = client_id === settings.client && client_secret === settings.secret;
    if (!known || grant_type !== 'client_credentials') return answer(400, DENIED);
    const effects = scenarios.peek();
    const fault = strike(effects, 'token');
    if (fault) return spoiled(fault.what);
    const seconds = effects.tokenExpiresIn ?? TOKEN_LIFE;
    const access_token = tokens.make(settings.client, seconds);
    return answer(200, { token_type: 'bearer', access_token, expires_in: String(seconds) });
  }

  function withToken(asked: Asked, call: () => Answer): Answer {
    if (!tokens.owner(asked.headers.authorization)) return answer(401, { error: INVALID_TOKEN });
    if (asked.headers['x-country'] !== 'CG') return refusal('ROUTER006');
    if (asked.headers['x-currency'] !== 'XAF') return refusal('ROUTER119');
    return call();
  }

  function pay(asked: Asked): Answer {
    const body = objectIn(jsonIn(asked.body));
    const [subscriber, transaction] = [objectIn(body.subscriber), objectIn(body.transaction)];
    const [id, phone] = [textIn(transaction.id), textIn(subscriber.msisdn)];
    const amount = transaction.amount;
    if (typeof amount !== 'number' || !Number.isInteger(amount) || amount <= 0) return refusal('DP00800001004');
    if (!id || !/^0[45]\d{7}$/.test(phone) || !textIn(body.reference)) return refusal('ESB000008');
    if ([subscriber, transaction].some(({ country, currency }) => country !== 'CG' || currency !== 'XAF')) {
      return refusal('ESB000008');
    }
    if (world.find('airtel', id)) return refusal('DP00900001017', 'ESB000041');

    const effects = scenarios.take(phone);
    const fault = strike(effects, 'post');
    if (fault?.what === 401) tokens.forget();
    if (fault && !fault.accepted) return { ...spoiled(fault.what), slow: effects.slow };
    if (effects.refusal) return refusal(effects.refusal);
    const { lost, ...plan } = airtelPlan(phone);
    const accepted = answer(200, {
      data: { transaction: { id, status: 'SUCCESS' } },
      status: { ...fine, response_code: 'DP00800001006' },
    });
    if (lost) return accepted;
    const payment = world.open({
      till: 'airtel',
      reference: id,
      externalId: id,
      amount: String(amount),
      currency: 'XAF',
      phone,
      payerMessage: textIn(body.reference),
      payeeNote: '',
      callback: settings.callback,
      plan: planned(effects.ambiguous ? { ...plan, waiting: 'TA', afterPolls: 2 } : plan, effects, settings.delay),
      effects,
    });
    const before = effects.callback.before;
    if (before) world.hasten(payment);
    return { ...(fault ? spoiled(fault.what) : accepted), slow: effects.slow, callbacksFirst: before };
  }

  function showPayment(id: string): Answer {
    const payment = isReference(id) ? world.find('airtel', id) : undefined;
    if (!payment) return refusal('DP00800001025', 'ESB000004');
    const fault = strike(payment.effects, 'get');
    if (fault?.what === 401) tokens.forget();
    if (fault) return spoiled(fault.what);
    world.poll(payment);
    const failed = payment.status === 'FAILED';
    const response_code = failed ? (payment.plan.reason ?? 'DP00800001008') : 'DP00800001001';
    return {
      ...answer(200, {
        data: { transaction: { ...identity(payment), message: 'see status', status: statusOf(payment) } },
        status: { ...fine, response_code, success: !failed },
      }),
      slow: payment.effects.slow,
    };
  }

  function refund(asked: Asked): Answer {
    const id = textIn(objectIn(objectIn(jsonIn(asked.body)).transaction).airtel_money_id);
    const debit = world.debits.find(({ transactionId }) => transactionId === id);
    if (!debit) return refusal('DP00800001025', 'ESB000004');
    const paid = world.find('airtel', debit.reference);
    if (paid) paid.refunded = true;
    return answer(200, {
      data: { transaction: { airtel_money_id: id, status: 'SUCCESS' } },
      status: { ...fine, response_code: 'DP00800001001' },
    });
  }

  function showBalance(): Answer {
    const own = world.debits.filter(
      ({ till, reference }) => till === 'airtel' && !world.find(till, reference)?.refunded,
    );
    const balance = String(own.reduce((total, { amount }) => total + Number(amount), 0));
    return answer(200, { data: { balance, currency: 'XAF' }, status: fine });
  }

  /** Answers what is Airtel's; undefined for any other path. */
  return (asked: Asked): Answer | undefined => {
    for (const [method, pattern, call] of routes) {
      const match = pattern.exec(asked.path);
      if (match && method === asked.method) return call(asked, match[1] ?? '');
    }
    return undefined;
  };
}

/** How Airtel says no: with HTTP 200. */
function refusal(response_code: string, result_code = 'ESB000011'): Answer {
  const status = { code: '500', message: `refused: ${response_code}`, result_code, response_code, success: false };
  return answer(200, { data: [], status });
}

const identity = ({ reference, transactionId }: Payment) => ({
  ...(transactionId && { airtel_money_id: transactionId }),
  id: reference,
});

export function statusOf({ status, plan, refunded }: Payment): string {
  if (refunded) return 'TR';
  if (status === 'PENDING') return plan.waiting ?? 'TIP';
  return status === 'SUCCESSFUL' ? 'TS' : (plan.ended ?? 'TF');
}
