import type { NextFunction, Request, Response } from 'express';
import { say } from '../../server/core/messages/messages.ts';
import { knownIn } from './session.ts';

interface Answer {
  notice?: { message: string };
  record?: { baseError?: { type?: string; message?: string } | null };
}

/** AdminJS says that a row is not there in English, with the names of its parts. */
export function inWords(req: Request, res: Response, next: NextFunction): void {
  const send = res.send.bind(res);
  res.send = (body: unknown) => send(reworded(body, req));
  next();
}

function reworded(body: unknown, req: Request): unknown {
  const { notice, record } = (typeof body === 'object' && body !== null ? body : {}) as Answer;
  if (!notice || record?.baseError?.type !== 'NotFoundError') return body;
  const message = say(knownIn(req)?.langue ?? 'fr', { key: 'introuvable' });
  return {
    ...(body as object),
    notice: { ...notice, message },
    record: { ...record, baseError: { type: 'NotFoundError', message } },
  };
}
