import type { Request, Response } from 'express';
import { champInvalide } from '../../core/errors.ts';
import type { Query } from '../../core/query/query.ts';
import type { Page } from '../../core/records/read.ts';
import { send } from '../send.ts';

/** `{"count", "next", "previous", "results"}`; a walk by key has no count and no way back. */
export function sendPage(req: Request, res: Response, query: Query, page: Page): void {
  const further = () => (page.cursor ? link(req, 'cursor', page.cursor) : link(req, 'page', query.page + 1));
  const next = page.more ? further() : 'null';
  const previous = query.cursor === undefined && query.page > 1 ? link(req, 'page', query.page - 1) : 'null';
  const estimate = page.count_is_estimate ? '"count_is_estimate":true,' : '';
  const count = page.count === undefined ? '' : `"count":${page.count},${estimate}`;
  send(res, 200, `{${count}"next":${next},"previous":${previous},"results":${page.results}}`);
}

/** What follows the question mark of an address. */
export const parametersOf = ({ url }: Request): string => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/** The same address with one parameter changed, absolute, as JSON text. @throws 400 for a Host that is none */
export function link(req: Request, name: string, value: string | number): string {
  const { host = 'localhost' } = req.headers;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) throw champInvalide('Host', 'valeur_invalide');
  const others = parametersOf(req)
    .split('&')
    .filter((part) => part !== '' && part !== name && !part.startsWith(`${name}=`));
  const parameters = [...others, `${name}=${value}`].join('&');
  return JSON.stringify(`${req.protocol}://${host}${req.baseUrl}${req.path}?${parameters}`);
}
