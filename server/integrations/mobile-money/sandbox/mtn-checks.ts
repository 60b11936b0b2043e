import { isIP } from 'node:net';
import { isReference } from '../demande.ts';
import { jsonIn, objectIn, textIn } from '../reading.ts';
import { type Answer, type Asked, answer, mtnError } from './message.ts';

const NOTE_MAX = 160;
/** Control characters, anything but ASCII, and the signs that MTN calls special, the apostrophe among them. */
const NOT_IN_NOTES = /[^\x20-\x7e]|['"`<>&{}[\]\\^~|$%#@!*;=+?]/;

export const KEY_DENIED = {
  statusCode: 401,
  message: 'Access denied due to invalid subscription key. Provide a valid key for an active subscription.',
};

/** Which currency each target counts in. */
const currencies: Record<string, string> = { sandbox: 'EUR', mtncongo: 'XAF', mtncameroon: 'XAF' };

export interface RequestToPay {
  reference: string;
  amount: string;
  currency: string;
  externalId: string;
  partyId: string;
  payerMessage: string;
  payeeNote: string;
  callback?: string;
}

/** Reads a request to pay as strictly as the original. */
export function checkRequestToPay(asked: Asked, callbackHost: string): RequestToPay | Answer {
  const { headers } = asked;
  const reference = headers['x-reference-id'] ?? '';
  const callback = headers['x-callback-url'];
  const target = currencies[headers['x-target-environment'] ?? ''];
  const body = objectIn(jsonIn(asked.body));
  const payer = objectIn(body.payer);
  const notes = [body.payerMessage ?? '', body.payeeNote ?? ''];

  if (!target) return mtnError(500, 'NOT_ALLOWED_TARGET_ENVIRONMENT');
  if (!isReference(reference)) return bad('X-Reference-Id');
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return bad('Content-Type');
  if (callback !== undefined && !isHttp(callback)) return bad('X-Callback-Url');
  if (typeof body.amount !== 'string' || !/^[1-9]\d*(\.\d{1,2})?$/.test(body.amount)) return bad('amount');
  if (payer.partyIdType !== 'MSISDN' || !/^\+?\d{8,15}$/.test(textIn(payer.partyId))) return bad('payer');
  if (!isExternalId(body.externalId)) return bad('externalId');
  if (!notes.every(isNote)) return bad('payerMessage or payeeNote');
  if (body.currency !== target) return mtnError(500, 'INVALID_CURRENCY');
  if (callback !== undefined && !calledBack(callback, callbackHost)) return mtnError(500, 'INVALID_CALLBACK_URL_HOST');
  return {
    reference,
    callback,
    amount: body.amount,
    currency: target,
    externalId: textIn(body.externalId),
    partyId: textIn(payer.partyId),
    payerMessage: textIn(notes[0]),
    payeeNote: textIn(notes[1]),
  };
}

/** Whether the original would take this text as a note. */
export const isNote = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= NOTE_MAX && !NOT_IN_NOTES.test(value);

/** Whether the original would take this as our own number of a payment. */
export const isExternalId = (value: unknown): boolean => typeof value === 'string' && /^[^\s'"<>&]*$/.test(value);

/** A host that can be registered: a name, no address. */
export const isHostName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(value) && isIP(value) === 0;

const bad = (what: string): Answer => answer(400, { message: `${what} is not valid` });

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const calledBack = (url: string, registered: string) => {
  const { hostname } = new URL(url);
  return isHostName(hostname) && hostname === registered;
};
