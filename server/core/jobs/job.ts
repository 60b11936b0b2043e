import type { z } from 'zod';
import type { Caller } from '../access.ts';
import type { Database } from '../database.ts';

/** What a job works with: the product itself is its caller; `signal` fires when the process wants to end. */
export interface JobContext {
  database: Database;
  caller: Caller;
  signal: AbortSignal;
}

/** A piece of background work. It may run twice (a crash, a time-out): it must bear that. */
export interface Job<P extends z.ZodObject = z.ZodObject> {
  /** What the one who queues it must tell it. No secret: it stands in the database until the work is done. */
  payload: P;
  /** How often it is tried, with growing pauses (3 s, 7 s, 20 s … 6 h); 10 tries take about ten hours. */
  attempts?: number;
  /** Also on its own, by the clock in UTC: `minute hour day month weekday`. */
  cron?: string;
  /** Hours after which a run that was missed, because nothing was running, is no longer made up for. */
  catchUp?: number;
  run(payload: z.output<P>, context: JobContext): Promise<void>;
}

/** Jobs by their name: what a feature or an integration hands to the worker. */
export type Jobs = Record<string, Job>;

export const job = <P extends z.ZodObject>(definition: Job<P>): Job => definition;

export const ATTEMPTS = 10;

/** Work that could not be done, in a sentence for the one who looks after the product. */
export class JobError extends Error {
  /** @param again whether trying later can help */
  constructor(
    message: string,
    readonly again: boolean,
  ) {
    super(message);
    this.name = 'JobError';
  }
}
