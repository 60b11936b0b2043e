import { randomUUID } from 'node:crypto';
import type { Effects } from './scenario.ts';

export type Till = 'mtn' | 'airtel';
export type Outcome = 'PENDING' | 'SUCCESSFUL' | 'FAILED';

/** What is to become of a payment, and when: after so many milliseconds and so many questions for its status. */
export interface Plan {
  outcome: Outcome;
  reason?: string;
  afterMs?: number;
  afterPolls?: number;
  /** Airtel's words for a payment that waits or has failed. */
  waiting?: 'TIP' | 'TA';
  ended?: 'TF' | 'TE';
}

/** A payment as the operator knows it. */
export interface Payment {
  till: Till;
  reference: string;
  externalId: string;
  amount: string;
  currency: string;
  phone: string;
  payerMessage: string;
  payeeNote: string;
  callback?: string;
  plan: Plan;
  effects: Effects;
  created: number;
  polls: number;
  status: Outcome;
  /** Whether somebody who asked was told that it failed. */
  toldFailed?: boolean;
  transactionId?: string;
  /** Airtel: the money was given back. */
  refunded?: boolean;
}

/** A customer's money that was taken. */
export interface Debit {
  till: Till;
  reference: string;
  externalId: string;
  transactionId: string;
  phone: string;
  amount: string;
  currency: string;
  at: number;
}

/** A message of the operator's own, at its time. */
export interface Callback {
  at: number;
  method: 'PUT' | 'POST';
  url: string;
  host?: string;
  body: string;
}

/** Makes the callbacks of a payment that has just changed. */
type Announce = (payment: Payment, now: number) => Callback[];

/**
 * The operators' books: payments, and the money that was taken, once each. Knows no HTTP.
 * @param now milliseconds; its steps alone decide what happens when
 * @param premiere the number before that of the first transaction
 */
export function openWorld(now: () => number, announce: Announce, premiere = 1_900_000_000) {
  const payments = new Map<string, Payment>();
  const debits: Debit[] = [];
  const callbacks: Callback[] = [];
  let transactions = premiere;

  const key = (till: Till, reference: string) => `${till} ${reference}`;

  function settle(payment: Payment, status: Outcome): void {
    payment.status = status;
    if (status === 'SUCCESSFUL') {
      payment.transactionId = transactionId(payment.till, ++transactions, now());
      const { till, reference, externalId, transactionId: id, phone, currency } = payment;
      debits.push({
        till,
        reference,
        externalId,
        transactionId: id,
        phone,
        amount: amountTaken(payment),
        currency,
        at: now(),
      });
    }
    if (!payment.effects.callback.forged) callbacks.push(...announce(payment, now()));
  }

  function advance(payment: Payment): void {
    const { plan, created, polls, status } = payment;
    const due = now() - created >= (plan.afterMs ?? 0) && polls >= (plan.afterPolls ?? 0);
    if (status === 'PENDING' && plan.outcome !== 'PENDING' && due) settle(payment, plan.outcome);
  }

  return {
    debits,
    find: (till: Till, reference: string) => payments.get(key(till, reference)),

    /** Takes a payment on; its outcome comes by its plan. */
    open(payment: Omit<Payment, 'created' | 'polls' | 'status'>): Payment {
      const opened: Payment = { ...payment, created: now(), polls: 0, status: 'PENDING' };
      payments.set(key(payment.till, payment.reference), opened);
      if (payment.effects.callback.forged) callbacks.push(...announce(opened, now()));
      return opened;
    },

    /** Somebody asks how a payment stands: that alone may move it. */
    poll(payment: Payment): Payment {
      payment.polls++;
      advance(payment);
      if (payment.toldFailed && payment.effects.flips && payment.status === 'FAILED') settle(payment, 'SUCCESSFUL');
      payment.toldFailed = payment.status === 'FAILED';
      return payment;
    },

    /** Settles at once, whatever the plan says of the time. */
    hasten(payment: Payment): void {
      if (payment.status === 'PENDING' && payment.plan.outcome !== 'PENDING') settle(payment, payment.plan.outcome);
    },

    send: (callback: Callback) => void callbacks.push(callback),

    /** Lets time do its work, and hands over the callbacks that are due. */
    sweep(): Callback[] {
      for (const payment of payments.values()) advance(payment);
      const due = callbacks.filter(({ at }) => at <= now());
      for (const callback of due) callbacks.splice(callbacks.indexOf(callback), 1);
      return due;
    },

    /** Milliseconds until time has something to do again; undefined if it has not. */
    rest(): number | undefined {
      const settles = [...payments.values()]
        .filter(
          ({ status, plan, polls }) =>
            status === 'PENDING' && plan.outcome !== 'PENDING' && polls >= (plan.afterPolls ?? 0),
        )
        .map(({ created, plan }) => created + (plan.afterMs ?? 0));
      const next = Math.min(...settles, ...callbacks.map(({ at }) => at));
      return Number.isFinite(next) ? Math.max(0, next - now()) : undefined;
    },
  };
}

export type World = ReturnType<typeof openWorld>;

/** `amount-mismatch`: the operator takes, and says, another amount than it was asked for. */
export const amountTaken = ({ amount, effects }: Payment): string =>
  effects.mismatch ? String(Number(amount) + 1) : amount;

function transactionId(till: Till, number: number, at: number): string {
  if (till === 'mtn') return String(number);
  const [, year, month, day, hour, minute] =
    /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(new Date(at).toISOString()) ?? [];
  return `MP${year}${month}${day}.${hour}${minute}.L${number % 100_000}`;
}

export const newKey = (): string => randomUUID().replaceAll('-', '');
