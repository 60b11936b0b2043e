import type { Request, Response } from 'express';
import { champInvalide } from '../../core/errors.ts';
import type { Query } from '../../core/query/query.ts';
import type { Page } from '../../core/records/read.ts';
import { send } from '../send.ts';

/** `{"count", "next", "previous", "results"}`; a walk by key has no count and no way back. */
export function sendPage(req: Request, res: Response, query: Query, page: Page): void {
  const next = page.more ? link(req, page.cursor ? { cursor: page.cursor } : { page: String(query.page + 1) }) : 'null';
  const previous = query.cursor === undefined && query.page > 1 ? link(req, { page: String(query.page - 1) }) : 'null';
  const estimate = page.count_is_estimate ? '"count_is_estimate":true,' : '';
  const count = page.count === undefined ? '' : `"count":${page.count},${estimate}`;
  send(res, 200, `{${count}"next":${next},"previous":${previous},"results":${page.results}}`);
}

/** The same address with another page, absolute, as JSON text. @throws 400 for a Host that is none */
function link(req: Request, change: Record<string, string>): string {
  const here = `${req.protocol}://${req.headers.host ?? 'localhost'}`;
  if (!URL.canParse(req.originalUrl, here)) throw champInvalide('Host', 'valeur_invalide');
  const url = new URL(req.originalUrl, here);
  for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
  return JSON.stringify(url.href);
}
