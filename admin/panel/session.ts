import { EventEmitter } from 'node:events';
import connectPgSimple from 'connect-pg-simple';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import type pg from 'pg';
import type { Known } from '../../server/features/organisation/utilisateurs/actor.ts';
import type { Guichet } from '../../server/guichet.ts';

/** Half an hour without a request ends a session. */
const IDLE_MS = 30 * 60 * 1000;
/** How often an answer without an end asks whether its session still is. */
const LOOK_MS = 20 * 1000;

/** What a session keeps of a person: who, and since which change of their password or rights. */
interface Kept {
  id: number;
  epoque: number;
}

export interface PanelSession {
  /** Reads the session; must come before everything that asks who is there. */
  handlers: RequestHandler[];
  /** Starts a new session for a person; the old one, if any, is gone. */
  open(req: Request, known: Known): Promise<void>;
  close(req: Request, res: Response): Promise<void>;
  /** Ends an answer that goes on by itself when the session that asked for it does. */
  untilOver(req: Request, res: Response): void;
}

const COOKIE = 'guichet_panneau';

/** Who is signed in, if anybody. */
export const knownIn = (req: Request): Known | undefined => req.user as unknown as Known | undefined;

/** Sessions of the panel, kept in PostgreSQL: any process serves them, and closing an account ends them. */
export function openSession({ config, database, actors }: Guichet): PanelSession {
  const Store = connectPgSimple(session);
  const { master } = database.source.driver as unknown as { master: pg.Pool };
  const secure = config.NODE_ENV === 'production' || config.GUICHET_URL?.startsWith('https:') === true;
  const closed = new EventEmitter().setMaxListeners(0);
  const passport = new Passport();
  passport.serializeUser((user, done) => {
    const { actor, epoque } = user as unknown as Known;
    done(null, { id: actor.id, epoque });
  });
  passport.deserializeUser((kept: Kept, done) => {
    actors.find(kept.id).then(
      (known) => done(null, known?.epoque === kept.epoque ? (known as Express.User) : false),
      (error) => done(error),
    );
  });
  const cookie = { httpOnly: true, sameSite: 'lax', secure, path: '/admin' } as const;
  return {
    handlers: [
      session({
        name: COOKIE,
        secret: config.GUICHET_SECRET,
        store: new Store({ pool: master, tableName: 'sessions', ttl: IDLE_MS / 1000 }),
        resave: false,
        saveUninitialized: false,
        rolling: true,
        proxy: config.GUICHET_PROXIES > 0,
        cookie: { ...cookie, maxAge: IDLE_MS },
      }),
      passport.initialize() as RequestHandler,
      passport.session() as RequestHandler,
    ],
    open: (req, known) =>
      new Promise((resolve, reject) =>
        req.logIn(known as unknown as Express.User, (error) => (error ? reject(error) : resolve())),
      ),
    close: (req, res) =>
      new Promise((resolve, reject) => {
        res.clearCookie(COOKIE, cookie);
        closed.emit(req.sessionID);
        req.session.destroy((error) => (error ? reject(error) : resolve()));
      }),
    untilOver({ sessionID, sessionStore }, res) {
      const end = () => void res.end();
      const look = setInterval(
        () => sessionStore.get(sessionID, (error, kept) => (error || !kept) && end()),
        LOOK_MS,
      ).unref();
      closed.once(sessionID, end);
      res.on('close', () => {
        clearInterval(look);
        closed.off(sessionID, end);
      });
    },
  };
}

/** Lets only signed-in people on; the others go to the sign-in page, scripts too: AdminJS knows only a redirection. */
export function demandSignedIn(req: Request, res: Response, next: NextFunction): void {
  if (knownIn(req)) {
    next();
    return;
  }
  const wanted =
    req.method === 'GET' && !req.path.startsWith('/api/') ? `?suite=${encodeURIComponent(req.originalUrl)}` : '';
  res.redirect(302, `/admin/connexion${wanted}`);
}
