import type { Response } from 'express';

/** Sends JSON text as it is: what PostgreSQL wrote is not taken apart on the way out. */
export function send(res: Response, status: number, json: string, cache = 'no-store'): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Cache-Control', cache);
  res.setHeader('Content-Length', Buffer.byteLength(json));
  res.end(json);
}
