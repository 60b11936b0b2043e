import { isReference } from '../demande.ts';
import { jsonIn, objectIn } from '../reading.ts';
import { type Answer, type Asked, answer, mtnError, spoiled } from './message.ts';
import { checkRequestToPay, isHostName, KEY_DENIED } from './mtn-checks.ts';
import { mtnErrorAtPost, mtnHolder, mtnPlan } from './numbers.ts';
import { type Effects, type Scenarios, strike } from './scenario.ts';
import { openTokens } from './tokens.ts';
import { amountTaken, newKey, type Payment, type Plan, type World } from './world.ts';

export interface MtnSettings {
  /** Subscription key that is taken. */
  key: string;
  /** An API user that is there from the start. */
  user: { id: string; secret: string; callbackHost: string };
  /** Where numbers 455 to 462 answer: in the request itself or in the status. */
  magic: 'post' | 'get';
  /** Milliseconds until a customer has typed the code. */
  delay: number;
}

const TOKEN_LIFE = 3600;

/** MTN's eight calls. */
export function mtnSide(world: World, scenarios: Scenarios, settings: MtnSettings, now: () => number) {
  const users = new Map([[settings.user.id, { host: settings.user.callbackHost, secret: settings.user.secret }]]);
  const tokens = openTokens<string>(now);

  const routes: [string, RegExp, (asked: Asked, id: string) => Answer][] = [
    ['POST', /^\/v1_0\/apiuser$/, makeUser],
    ['GET', /^\/v1_0\/apiuser\/([^/]+)$/, showUser],
    ['POST', /^\/v1_0\/apiuser\/([^/]+)\/apikey$/, makeKey],
    ['POST', /^\/collection\/token\/$/, makeToken],
    ['POST', /^\/collection\/v1_0\/requesttopay$/, (asked) => withUser(asked, requestToPay)],
    ['GET', /^\/collection\/v1_0\/requesttopay\/([^/]+)$/, (asked, id) => withUser(asked, () => showPayment(id))],
    [
      'GET',
      /^\/collection\/v1_0\/accountholder\/msisdn\/([^/]+)\/active$/,
      (asked, id) => withUser(asked, () => showHolder(id)),
    ],
    ['GET', /^\/collection\/v1_0\/account\/balance$/, (asked) => withUser(asked, () => showBalance(asked))],
  ];

  function makeUser({ headers, body }: Asked): Answer {
    const id = headers['x-reference-id'] ?? '';
    const host = objectIn(jsonIn(body)).providerCallbackHost;
    if (!isReference(id) || !isHostName(host)) return answer(400);
    if (users.has(id)) return mtnError(409, 'RESOURCE_ALREADY_EXIST');
    users.set(id, { host, secret: '' });
    return answer(201);
  }

  function showUser(_: Asked, id: string): Answer {
    const user = users.get(id);
    if (!user) return mtnError(404, 'RESOURCE_NOT_FOUND');
    return answer(200, { providerCallbackHost: user.host, targetEnvironment: 'sandbox' });
  }

  function makeKey(_: Asked, id: string): Answer {
    const user = users.get(id);
    if (!user) return mtnError(404, 'RESOURCE_NOT_FOUND');
    user.secret = newKey();
    return answer(201, { apiKey: user.secret });
  }

  function makeToken({ headers, body }: Asked): Answer {
    if (body !== '') return answer(400);
    const [, basic = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
    const [id = '', secret] = Buffer.from(basic, 'base64').toString().split(':');
    const user = users.get(id);
    if (!user?.secret || user.secret !== secret) return answer(401, { error: 'login failed' });
    const effects = scenarios.peek();
    const fault = strike(effects, 'token');
    if (fault) return spoiled(fault.what);
    const seconds = effects.tokenExpiresIn ?? TOKEN_LIFE;
    return answer(200, { access_token: tokens.make(id, seconds), token_type: 'access_token', expires_in: seconds });
  }

  function withUser(asked: Asked, call: (asked: Asked, host: string) => Answer): Answer {
    const id = tokens.owner(asked.headers.authorization);
    const user = id && users.get(id);
    if (!user) return answer(401, { code: 'INVALID_TOKEN', message: 'The token is not valid or has expired.' });
    if (!asked.headers['x-target-environment']) return mtnError(500, 'NOT_ALLOWED_TARGET_ENVIRONMENT');
    return call(asked, user.host);
  }

  function requestToPay(asked: Asked, host: string): Answer {
    const read = checkRequestToPay(asked, host);
    if ('status' in read) return read;
    const { partyId: phone, ...request } = read;
    if (world.find('mtn', request.reference)) {
      return mtnError(409, 'RESOURCE_ALREADY_EXIST', 'Duplicated reference id. Creation of resource failed.');
    }
    const error = settings.magic === 'post' && mtnErrorAtPost(phone);
    if (error) return mtnError(500, error);

    const effects = scenarios.take(phone);
    const fault = strike(effects, 'post');
    if (fault?.what === 401) tokens.forget();
    if (fault && !fault.accepted) return { ...spoiled(fault.what), slow: effects.slow };
    const plan = planned(mtnPlan(phone), effects, settings.delay);
    const payment = world.open({ ...request, till: 'mtn', phone, plan, effects });
    const before = effects.callback.before;
    if (before) world.hasten(payment);
    return { ...(fault ? spoiled(fault.what) : answer(202)), slow: effects.slow, callbacksFirst: before };
  }

  function showPayment(reference: string): Answer {
    if (!isReference(reference)) return answer(400);
    const payment = world.find('mtn', reference);
    if (!payment) return mtnError(404, 'RESOURCE_NOT_FOUND', 'Requested resource was not found.');
    const fault = strike(payment.effects, 'get');
    if (fault?.what === 401) tokens.forget();
    if (fault) return spoiled(fault.what);
    return { ...answer(200, mtnPayment(world.poll(payment))), slow: payment.effects.slow };
  }

  function showHolder(msisdn: string): Answer {
    const { status, code, active } = mtnHolder(msisdn);
    return code ? mtnError(status, code) : answer(status, { result: active });
  }

  function showBalance({ headers }: Asked): Answer {
    const currency = headers['x-target-environment'] === 'sandbox' ? 'EUR' : 'XAF';
    const own = world.debits.filter((debit) => debit.till === 'mtn' && debit.currency === currency);
    const sum = own.reduce((total, { amount }) => total + Number(amount), 0);
    return answer(200, { availableBalance: String(sum), currency });
  }

  /** Answers what is MTN's; undefined for any other path. */
  return (asked: Asked): Answer | undefined => {
    if (!/^\/+(v1_0|collection)\//.test(asked.path)) return undefined;
    if (asked.path.includes('//')) return answer(400);
    if (asked.headers['ocp-apim-subscription-key'] !== settings.key) return answer(401, KEY_DENIED);
    for (const [method, pattern, call] of routes) {
      const match = pattern.exec(asked.path);
      if (match && method === asked.method) return call(asked, match[1] ?? '');
    }
    return answer(404, { statusCode: 404, message: 'Resource not found' });
  };
}

/** A plan as a scenario changes it. */
export function planned(plan: Plan, effects: Effects, delay: number): Plan {
  const forged = effects.callback.forged && plan.outcome === 'SUCCESSFUL';
  if (effects.pendingForever || forged) return { ...plan, outcome: 'PENDING' };
  const failing = effects.reason !== undefined || effects.flips;
  const changed: Plan = failing && plan.outcome !== 'FAILED' ? { outcome: 'FAILED', reason: 'NOT_ENOUGH_FUNDS' } : plan;
  if (effects.pendingPolls !== undefined) return { ...changed, afterMs: 0, afterPolls: effects.pendingPolls + 1 };
  return { ...changed, afterMs: changed.afterMs ?? delay };
}

/** A payment as MTN tells it, in the status and in the callback. */
export function mtnPayment(payment: Payment): Record<string, unknown> {
  const { transactionId, externalId, currency, phone, payerMessage, payeeNote, status } = payment;
  return {
    ...(transactionId && { financialTransactionId: transactionId }),
    externalId,
    amount: status === 'SUCCESSFUL' ? amountTaken(payment) : payment.amount,
    currency,
    payer: { partyIdType: 'MSISDN', partyId: phone },
    payerMessage,
    payeeNote,
    status,
    ...(status === 'FAILED' && reasonOf(payment)),
  };
}

function reasonOf({ plan, effects }: Payment): { reason?: unknown } {
  const code = plan.reason ?? 'INTERNAL_PROCESSING_ERROR';
  if (effects.reason === 'absent') return {};
  if (effects.reason === 'unknown') return { reason: 'SOMETHING_NEW_AT_MTN' };
  if (effects.reason === 'object') return { reason: { code, message: `${code} (text)` } };
  return { reason: code };
}
