import type { CookieOptions, Request, Response } from 'express';
import { ACCESS_SECONDS, REFRESH_SECONDS, type Tokens } from './tokens.ts';

const names = { access: 'guichet_access', refresh: 'guichet_refresh' } as const;

export function readCookie(req: Request, which: keyof typeof names): string | undefined {
  const prefix = `${names[which]}=`;
  const found = req.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return found?.slice(prefix.length);
}

const options = (secure: boolean, seconds: number, path: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: seconds * 1000,
  path,
});

/** Hands the tokens to a browser so that no script can read them. */
export function setCookies(res: Response, { access, refresh }: Tokens, secure: boolean): void {
  res.cookie(names.access, access, options(secure, ACCESS_SECONDS, '/api'));
  res.cookie(names.refresh, refresh, options(secure, REFRESH_SECONDS, '/api'));
}

export function clearCookies(res: Response): void {
  res.clearCookie(names.access, { path: '/api' });
  res.clearCookie(names.refresh, { path: '/api' });
}
