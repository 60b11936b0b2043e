import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { JobError } from '../../core/jobs/job.ts';
import type { Sms, SmsPort } from './sms.ts';

interface Account {
  /** The whole address that takes messages. */
  url: string;
  utilisateur: string;
  cle: string;
  expediteur?: string;
  /** Milliseconds for a call: somebody may be waiting for a code before a screen. */
  patience?: number;
}

/** Milliseconds before the one other try after a connection that never came about. */
const PAUSE = 300;

/** Failures before a byte of the message was written. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** The codes of Africa’s Talking for a message that was taken. */
const TAKEN = [100, 101, 102];
/** Refused for what somebody can mend: sender, balance, their own trouble. The rest is about the number. */
const MENDABLE = [402, 405, 500, 501, 502];

const answer = z.object({
  SMSMessageData: z.object({
    Message: z.string().default(''),
    Recipients: z.array(z.object({ statusCode: z.coerce.number(), status: z.string().default('') })),
  }),
});

/**
 * Hands SMS to a gateway that speaks as Africa’s Talking does: a form, the key in a header, one code for each recipient.
 * Errors name codes alone: an answer may quote the number or the text.
 */
export function gateway({ url, utilisateur, cle, expediteur, patience = 10_000 }: Account): SmsPort {
  const post = ({ telephone, texte }: Sms) =>
    fetch(url, {
      method: 'POST',
      headers: { apiKey: cle, accept: 'application/json' },
      body: new URLSearchParams({
        username: utilisateur,
        to: telephone,
        message: texte,
        ...(expediteur ? { from: expediteur } : {}),
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  return {
    lieu: `passerelle ${new URL(url).host}`,
    async envoyer(sms) {
      const response = await post(sms).catch(async (error) => {
        if (!NEVER_CONNECTED.test(codeOf(error))) throw unknown(codeOf(error));
        await pause(PAUSE);
        return post(sms).catch((again) => {
          if (!NEVER_CONNECTED.test(codeOf(again))) throw unknown(codeOf(again));
          throw new JobError(`la passerelle SMS ne répond pas : ${codeOf(again)}`, true);
        });
      });
      if (!response.ok) throw refused(response.status);
      const text = await response.text().catch((error) => {
        throw unknown(codeOf(error));
      });
      check(text);
    },
  };
}

/** @throws {JobError} unless the answer says that the one recipient’s message was taken */
function check(text: string): void {
  const read = answer.safeParse(jsonIn(text));
  if (!read.success) throw unknown('réponse illisible');
  const { Message, Recipients } = read.data.SMSMessageData;
  const [recipient] = Recipients;
  if (!recipient) throw new JobError(`la passerelle SMS n’a rien envoyé : ${word(Message)}`, true);
  const { statusCode, status } = recipient;
  if (TAKEN.includes(statusCode)) return;
  const again = MENDABLE.includes(statusCode);
  throw new JobError(`la passerelle SMS refuse le message : ${statusCode} ${word(status)}`.trim(), again);
}

/** Our account, our address or a rush can be mended; what broke behind the gateway may have been sent all the same. */
function refused(status: number): JobError {
  if (status < 400 || [401, 403, 404, 429, 503].includes(status)) {
    return new JobError(`la passerelle SMS n’a pas pris le message : HTTP ${status}`, true);
  }
  return status >= 500
    ? unknown(`HTTP ${status}`)
    : new JobError(`la passerelle SMS refuse le message : HTTP ${status}`, false);
}

const unknown = (why: string) => new JobError(`on ne sait pas si le SMS est parti : ${why}`, false);

const word = (said: string) => (/^\w{1,40}$/.test(said) ? said : '');

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? 'délai dépassé' : 'connexion rompue');
}
