import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../../server/core/access.ts';
import { introuvable, Problem } from '../../server/core/errors.ts';
import { say } from '../../server/core/messages/messages.ts';
import type { Guichet } from '../../server/guichet.ts';
import { callerIn, type Person } from './person.ts';

/** A refusal of the engine as a screen of ours shows it: a sentence, and one for each field. */
export interface Refus {
  message: string;
  erreurs: Record<string, string>;
}

export type Answering = (work: (caller: Caller, req: Request, res: Response) => Promise<unknown>) => RequestHandler;

/** Answers what a piece of work gives as JSON, or why it is refused, in the words of the person. */
export const answeringIn =
  (guichet: Guichet): Answering =>
  (work) =>
  async (req, res) => {
    const caller = await callerOf(guichet, req);
    try {
      const answer = await work(caller, req, res);
      if (!res.headersSent) res.json(answer ?? {});
    } catch (error) {
      if (!(error instanceof Problem) || res.headersSent) throw error;
      res.status(error.status).json(inWords(caller, error));
    }
  };

/** Who sends a request to the panel. @throws 401 */
export const callerOf = (guichet: Guichet, req: Request): Promise<Caller> =>
  callerIn(guichet, { currentAdmin: (req.session as unknown as { adminUser?: Person } | undefined)?.adminUser });

/** @throws 404 for what cannot be a key */
export function keyIn({ params: { id } }: Request): number {
  if (typeof id !== 'string' || !/^[1-9]\d{0,14}$/.test(id)) throw introuvable();
  return Number(id);
}

const inWords = ({ langue }: Caller, { said, errors }: Problem): Refus => ({
  message: say(langue, said),
  erreurs: Object.fromEntries(
    Object.entries(errors).map(([field, all]) => [field, all.map((each) => say(langue, each)).join(' ')]),
  ),
});
