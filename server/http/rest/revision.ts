import type { Request } from 'express';
import { champInvalide } from '../../core/errors.ts';

/**
 * The revision that the sender last saw: from `If-Match: "3"`, or `revision` in the body. `*` and nothing at all
 * ask for no check.
 * @throws 400 for an If-Match that is no revision
 */
export function revisionOf(req: Request, body?: unknown): number | undefined {
  const header = req.headers['if-match'];
  if (header === '*') return undefined;
  if (header !== undefined) {
    const found = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
    if (!found) throw champInvalide('If-Match', 'if_match_invalide');
    return Number(found);
  }
  const own = (body as { revision?: unknown } | null | undefined)?.revision;
  if (own === undefined || own === null) return undefined;
  if (typeof own !== 'number' || !Number.isInteger(own)) throw champInvalide('revision', 'type_int');
  return own;
}
