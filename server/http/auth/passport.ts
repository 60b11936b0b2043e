import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Passport, Strategy } from 'passport';
import { interdit, nonIdentifie } from '../../core/errors.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';
import { accountOfKey } from './api-keys.ts';
import { readCookie } from './cookies.ts';
import type { Claims, TokenBook } from './tokens.ts';

interface SignedIn {
  known: Known;
  famille?: string;
}

type Prove = (req: Request) => Promise<SignedIn | undefined>;

/** A way to prove who one is: undefined when the request does not try this way, an error when it fails. */
class Proof extends Strategy {
  constructor(
    override readonly name: string,
    private readonly prove: Prove,
  ) {
    super();
  }

  override authenticate(req: Request): void {
    this.prove(req).then(
      (found) => (found ? this.success(found) : this.fail(401)),
      (error) => this.error(error),
    );
  }
}

const REMEMBERED_MAX = 10_000;

/** Lets a request pass as somebody: by bearer token, by API key, or by the browser's cookie. @throws 401 */
export function signedIn(guichet: Guichet, tokens: TokenBook): RequestHandler {
  const verified = new Map<string, Claims>();
  let news = 0;
  guichet.watch.on('acces', () => {
    verified.clear();
    news += 1;
  });

  async function byToken(token: string): Promise<SignedIn> {
    const before = news;
    const claims = (guichet.watch.listening ? verified.get(token) : undefined) ?? (await tokens.verify(token));
    const known = claims.expire > Date.now() / 1000 ? await guichet.actors.find(claims.utilisateur_id) : undefined;
    if (known?.epoque !== claims.epoque) throw nonIdentifie('jeton_perime');
    if (verified.size >= REMEMBERED_MAX) verified.clear();
    // What was revoked while it was being verified is not remembered.
    if (before === news) verified.set(token, claims);
    return { known, famille: claims.famille };
  }

  const passport = new Passport();
  passport.use(
    new Proof('jeton', async (req) => {
      const token = bearerOf(req);
      return token ? byToken(token) : undefined;
    }),
  );
  passport.use(
    new Proof('cle', async (req) => {
      const key = req.headers['x-api-key'];
      if (typeof key !== 'string') return undefined;
      const known = await guichet.actors.find(await accountOfKey(guichet.database, key));
      if (!known) throw nonIdentifie('jeton_perime');
      return { known };
    }),
  );
  passport.use(
    new Proof('cookie', async (req) => {
      const token = readCookie(req, 'access');
      if (!token) return undefined;
      demandSameOrigin(req);
      return byToken(token);
    }),
  );

  return (req: Request, res: Response, next: NextFunction) => {
    const done = (error: unknown, found?: SignedIn | false) => {
      if (error) return next(error);
      if (!found) return next(nonIdentifie());
      Object.assign(enteredBy(req), found);
      return next();
    };
    // Most requests bring a token that was proved before: they need not try every way.
    const token = bearerOf(req);
    if (token && verified.has(token)) return void byToken(token).then((found) => done(null, found), done);
    passport.authenticate(['jeton', 'cle', 'cookie'], { session: false }, done)(req, res, next);
  };
}

function bearerOf({ headers }: Request): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

const safe = ['GET', 'HEAD', 'OPTIONS'];

/** A browser sends its cookies whoever wrote the page: what changes something must come from our own. @throws 403 */
export function demandSameOrigin(req: Request): void {
  if (safe.includes(req.method)) return;
  const site = req.headers['sec-fetch-site'];
  const { origin } = req.headers;
  const same = site
    ? site === 'same-origin'
    : URL.canParse(origin ?? '') && new URL(origin as string).host === req.headers.host;
  if (!same) throw interdit('interdit_origine');
}
