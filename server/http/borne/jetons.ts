import type { Request } from 'express';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import type { Database } from '../../core/database.ts';
import { nonIdentifie, Problem } from '../../core/errors.ts';
import { prolonger } from '../../features/borne/presence.ts';
import { type SessionBorne, sessionEnCours } from '../../features/borne/sessions.ts';
import { keyFor } from '../auth/tokens.ts';

/** A client's token opens the client's routes and nothing else: another audience, signed by another key. */
const AUDIENCE = 'guichet:borne';
const ISSUER = 'guichet';

export function ouvrirJetons(database: Database, secret: string) {
  const key = keyFor(secret, 'borne');
  return {
    /** The access token of a session: it lives as long as the session does now. */
    access: ({ id, expire_le }: SessionBorne): Promise<string> =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(id)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expire_le)
        .sign(key),

    verify,

    /** The same, for a request in which the client asks for something: the session goes on. @throws 401 */
    async verifyAndGoOn(token: string): Promise<SessionBorne> {
      const session = await verify(token);
      return { ...session, inactif_le: await prolonger(database, session) };
    },

    /** The same, for a request that is answered to anybody: undefined when the session has ended. */
    async find(token: string): Promise<SessionBorne | undefined> {
      try {
        return await verify(token);
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return undefined;
        throw error;
      }
    },
  };

  /** Whose session a token stands for, as the session is now. @throws 401 */
  async function verify(token: string): Promise<SessionBorne> {
    const session = await sessionEnCours(database, await subjectOf(token, key));
    if (!session) throw nonIdentifie('session_borne_finie');
    return session;
  }
}

export type Jetons = ReturnType<typeof ouvrirJetons>;

async function subjectOf(token: string, key: Uint8Array): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, key, { audience: AUDIENCE, issuer: ISSUER, algorithms: ['HS256'] });
    return String(payload.sub);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw nonIdentifie('session_borne_finie');
    throw error;
  }
}

export function bearerOf({ headers }: Request): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

/** The token of a request that comes as a client: told by what it claims to be, proved by `verify`. */
export function jetonBorne(req: Request): string | undefined {
  const token = bearerOf(req);
  try {
    return token && decodeJwt(token).aud === AUDIENCE ? token : undefined;
  } catch {
    return undefined;
  }
}
