import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { statusOf } from './airtel.ts';
import { mtnPayment } from './mtn.ts';
import { amountTaken, type Callback, type Payment } from './world.ts';

interface Announcing {
  /** MTN's documents disagree on it. */
  method: 'PUT' | 'POST';
  hashKey: string;
}

const LATE_MS = 600_000;
const PATIENCE_MS = 5_000;
const WRONG_HOST = 'ailleurs.example';

/** Makes what an operator sends of its own accord when a payment has changed. */
export function announcer({ method, hashKey }: Announcing) {
  return (payment: Payment, now: number): Callback[] => {
    const { callback, effects, till } = payment;
    if (!callback) return [];
    const { times, late, wrongHost, forged } = effects.callback;
    const told: Payment = forged ? { ...payment, status: 'SUCCESSFUL', transactionId: '6666666666' } : payment;
    return Array.from({ length: times }, () => ({
      at: late ? now + LATE_MS : now,
      method: till === 'airtel' ? 'POST' : (effects.callback.method ?? method),
      url: callback,
      host: wrongHost ? WRONG_HOST : undefined,
      body: till === 'mtn' ? JSON.stringify(mtnPayment(told)) : airtelBody(told, hashKey),
    }));
  };
}

function airtelBody(payment: Payment, hashKey: string): string {
  const transaction = {
    id: payment.reference,
    message: payment.status === 'SUCCESSFUL' ? `Paid XAF ${amountTaken(payment)}` : `Not paid`,
    status_code: statusOf(payment),
    airtel_money_id: payment.transactionId ?? '',
  };
  const signed = JSON.stringify({ transaction });
  const { hash = 'off' } = payment.effects;
  if (hash === 'off') return signed;
  const value = createHmac('sha256', hash === 'bad' ? 'another key' : hashKey)
    .update(signed)
    .digest('base64');
  return JSON.stringify({ transaction, hash: value });
}

/** What became of a callback: the status that answered it, or why none did. */
export interface Delivery extends Callback {
  answered: number | string;
}

/** Sends a callback once. @param signal breaks it off */
export function deliver(callback: Callback, signal: AbortSignal): Promise<Delivery> {
  const { url, method, host, body } = callback;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...(host && { Host: host }),
  };
  return new Promise((resolve) => {
    const done = (answered: number | string) => resolve({ ...callback, answered });
    const send = url.startsWith('https:') ? tlsRequest : plainRequest;
    const request = send(url, { method, headers, timeout: PATIENCE_MS, agent: false, signal }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
      response.on('error', (error) => done(error.message));
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) => done(error.message));
    request.end(body);
  });
}
