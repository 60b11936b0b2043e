import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Scripts only with this answer's nonce, nothing from elsewhere; styled-components need inline styles. */
const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** The headers of every page of the panel; answers the nonce. */
export function protect(res: Response): string {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('Content-Security-Policy', policy(nonce));
  res.setHeader('Referrer-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'no-store');
  return nonce;
}

/** Mends the page that AdminJS writes, on its way out. @param versions path of an asset → its version */
export const hardenPages =
  (versions: ReadonlyMap<string, string>) =>
  (_req: Request, res: Response, next: NextFunction): void => {
    const nonce = protect(res);
    const send = res.send.bind(res);
    res.send = (body: unknown) => {
      const page = typeof body === 'string' && body.includes(STATE) ? harden(body, nonce, versions) : body;
      if (page !== body) res.type('html');
      return send(page);
    };
    next();
  };

const STATE = 'window.REDUX_STATE = ';
const STATE_END = ';\n        window.THEME = ';

/** @throws when AdminJS writes its page in another shape, rather than let one out unmended */
export function harden(page: string, nonce: string, versions: ReadonlyMap<string, string>): string {
  const start = page.indexOf(STATE) + STATE.length;
  const end = page.indexOf(STATE_END, start);
  if (end < 0) throw new Error('AdminJS writes its page in a shape that is not known');
  const before = markup(page.slice(0, start), nonce, versions);
  const after = markup(page.slice(end), nonce, versions);
  return `${before}${inert(page.slice(start, end))}${after}`.trimStart();
}

/** Nothing in a name can end the script that it is written into. */
export const inert = (json: string): string =>
  json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

const markup = (html: string, nonce: string, versions: ReadonlyMap<string, string>) =>
  html
    .replace(/<link[^>]+fonts\.googleapis[^>]+>/, '')
    .replace(/<html lang=([\w-]+)>/, '<html lang="$1">')
    .replace('<div id="app" />', '<div id="app"></div>')
    .replace(/<script(?=[ >])/g, `<script nonce="${nonce}"`)
    .replace(/(src|href)="(\/admin\/[^"?]+)"/g, (whole, attribute, path) =>
      versions.has(path) ? `${attribute}="${path}?v=${versions.get(path)}"` : whole,
    );
