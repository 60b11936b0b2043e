import type { Plan } from './world.ts';

/**
 * Numbers that stand for a case. MTN's own (`46733123450` to `…464`), and numbers of Congo and Cameroon for the demo
 * that end in the same three digits: `+242 06 600 0450` and `+237 6 70 00 04 50`. Only there, `…470` is the reason
 * that MTN gives in Congo for most refusals. Any other number pays.
 */
const MTN = /^\+?(?:46733123|242066000|237670000)(4[567]\d)$/;
const MTN_OWN = /^\+?46733123/;

/** Airtel's local numbers end in the code that comes back: `+242 05 500 10 07` is DP00800001007, too little money. */
const AIRTEL = /^055001(0\d\d)$/;

const failed = (reason: string): Plan => ({ outcome: 'FAILED', reason });

const cases: Record<string, Plan> = {
  450: failed('INTERNAL_PROCESSING_ERROR'),
  451: failed('APPROVAL_REJECTED'),
  452: failed('EXPIRED'),
  453: { outcome: 'PENDING' },
  454: { outcome: 'SUCCESSFUL', afterMs: 30_000 },
  455: failed('PAYER_NOT_FOUND'),
  456: failed('PAYEE_NOT_ALLOWED_TO_RECEIVE'),
  457: failed('NOT_ALLOWED'),
  458: failed('NOT_ALLOWED_TARGET_ENVIRONMENT'),
  459: failed('INVALID_CALLBACK_URL_HOST'),
  460: failed('INVALID_CURRENCY'),
  461: failed('INTERNAL_PROCESSING_ERROR'),
  462: failed('SERVICE_UNAVAILABLE'),
  463: failed('COULD_NOT_PERFORM_TRANSACTION'),
  464: failed('TRANSFER_TYPE_UNKNOWN'),
};
const LOCAL: Record<string, Plan> = { 470: failed('LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED') };

const ending = (msisdn: string) => MTN.exec(msisdn)?.[1] ?? '';

/** What becomes of a payment by this number at MTN. */
export function mtnPlan(msisdn: string): Plan {
  const local = MTN_OWN.test(msisdn) ? undefined : LOCAL[ending(msisdn)];
  return local ?? cases[ending(msisdn)] ?? { outcome: 'SUCCESSFUL' };
}

/** The error that answers the request itself, where an account answers there and not in the status: 455 to 462. */
export function mtnErrorAtPost(msisdn: string): string | undefined {
  const number = Number(ending(msisdn));
  return number >= 455 && number <= 462 ? cases[number]?.reason : undefined;
}

/** What the question for an account holder answers: the same numbers with other meanings. */
export function mtnHolder(msisdn: string): { status: number; code?: string; active?: boolean } {
  const answers: Record<string, { status: number; code?: string; active?: boolean }> = {
    450: { status: 404, code: 'RESOURCE_NOT_FOUND' },
    451: { status: 200, active: false },
    452: { status: 500, code: 'NOT_ALLOWED' },
    453: { status: 500, code: 'NOT_ALLOWED_TARGET_ENVIRONMENT' },
    454: { status: 500, code: 'INTERNAL_PROCESSING_ERROR' },
    455: { status: 503, code: 'SERVICE_UNAVAILABLE' },
  };
  return answers[ending(msisdn)] ?? { status: 200, active: true };
}

/** What becomes of a payment by this national number at Airtel; `lost`: it is taken and never heard of again. */
export function airtelPlan(msisdn: string): Plan & { lost?: boolean } {
  const code = AIRTEL.exec(msisdn)?.[1];
  if (code === undefined || code === '001') return { outcome: 'SUCCESSFUL' };
  const reason = `DP00800001${code}`;
  if (code === '000') return { outcome: 'PENDING', waiting: 'TA' };
  if (code === '006') return { outcome: 'PENDING' };
  if (code === '025') return { outcome: 'PENDING', lost: true };
  return { outcome: 'FAILED', reason, ended: code === '029' ? 'TE' : 'TF' };
}
