import { newKey } from './world.ts';

/** The access tokens of one operator, and whose they are. */
export function openTokens<Owner>(now: () => number) {
  const tokens = new Map<string, { owner: Owner; until: number }>();
  return {
    make(owner: Owner, seconds: number): string {
      const token = `ey${newKey()}`;
      tokens.set(token, { owner, until: now() + seconds * 1000 });
      return token;
    },
    /** Whose token this header carries; undefined if it is none or has run out. */
    owner(authorization = ''): Owner | undefined {
      const held = tokens.get(/^Bearer (.+)$/.exec(authorization)?.[1] ?? '');
      return held && now() < held.until ? held.owner : undefined;
    },
    /** From now on none of them is any good. */
    forget: () => tokens.clear(),
  };
}
