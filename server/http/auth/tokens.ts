import { createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Database } from '../../core/database.ts';
import { nonIdentifie } from '../../core/errors.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';

export const ACCESS_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 7 * 24 * 3600;

/** Staff tokens open the staff's API and nothing else; a client's token has another audience. */
const AUDIENCE = 'guichet:personnel';
const ISSUER = 'guichet';

export interface Tokens {
  access: string;
  refresh: string;
}

export interface Claims {
  utilisateur_id: number;
  epoque: number;
  famille: string;
  /** Seconds since 1970. */
  expire: number;
}

/** A key for one purpose out of the one secret. */
export const keyFor = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'guichet', purpose, 32));

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

export function openTokens(database: Database, secret: string) {
  const key = keyFor(secret, 'access');

  const access = ({ actor, epoque }: Known, famille: string) =>
    new SignJWT({ epoque, fam: famille })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(String(actor.id))
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_SECONDS}s`)
      .sign(key);

  return {
    /** Tokens for a new sign-in. */
    async issue(known: Known): Promise<Tokens> {
      const famille = randomUUID();
      const secretPart = randomBytes(32).toString('base64url');
      await database.read({
        text: `insert into jetons (famille, utilisateur_id, epoque, empreinte, expire_le)
          values ($1, $2, $3, $4, now() + $5 * interval '1 second')`,
        values: [famille, known.actor.id, known.epoque, digest(secretPart), REFRESH_SECONDS],
        stable: true,
      });
      return { access: await access(known, famille), refresh: `${famille}.${secretPart}` };
    },

    /**
     * Takes the refresh token for a new pair. One that was already used ends its whole family, and `misused` hears
     * whose it was.
     * @throws 401
     */
    async rotate(
      refresh: string,
      find: (id: number) => Promise<Known | undefined>,
      misused: (utilisateur_id: number) => Promise<void>,
    ): Promise<{ tokens: Tokens; known: Known }> {
      const [famille = '', secretPart = ''] = refresh.split('.');
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(famille)) throw nonIdentifie('jeton_perime');
      const next = randomBytes(32).toString('base64url');
      const [row] = await database.read<{ utilisateur_id: number }>({
        text: `update jetons j set empreinte = $3, generation = generation + 1, expire_le = now() + $4 * interval '1 second'
          from utilisateurs u where j.famille = $1 and j.empreinte = $2 and j.revoque_le is null and j.expire_le > now()
            and u.id = j.utilisateur_id and u.epoque = j.epoque and u.actif returning j.utilisateur_id`,
        values: [famille, digest(secretPart), digest(next), REFRESH_SECONDS],
        stable: true,
      });
      const known = row && (await find(row.utilisateur_id));
      if (!known) {
        const owner = await this.revoke(famille);
        if (owner) await misused(owner);
        throw nonIdentifie('jeton_perime');
      }
      return { known, tokens: { access: await access(known, famille), refresh: `${famille}.${next}` } };
    },

    /** Ends every token of a sign-in, at once and in every process; answers whose they were, the first time. */
    async revoke(famille: string): Promise<number | undefined> {
      const [ended] = await database.read<{ utilisateur_id: number }>({
        text: 'update jetons set revoque_le = now() where famille = $1 and revoque_le is null returning utilisateur_id',
        values: [famille],
        stable: true,
      });
      return ended?.utilisateur_id;
    },

    /** @throws 401 for a token that is wrong, expired, revoked or of another audience */
    async verify(token: string): Promise<Claims> {
      try {
        const { payload } = await jwtVerify(token, key, { audience: AUDIENCE, issuer: ISSUER, algorithms: ['HS256'] });
        const famille = String(payload.fam);
        const [alive] = await database.read({
          text: 'select from jetons where famille = $1 and revoque_le is null and expire_le > now()',
          values: [famille],
          stable: true,
        });
        if (!alive) throw nonIdentifie('jeton_perime');
        return {
          utilisateur_id: Number(payload.sub),
          epoque: Number(payload.epoque),
          famille,
          expire: payload.exp ?? 0,
        };
      } catch (error) {
        if (error instanceof errors.JOSEError) throw nonIdentifie('jeton_perime');
        throw error;
      }
    },
  };
}

export type TokenBook = ReturnType<typeof openTokens>;
