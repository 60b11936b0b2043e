/** What the screens get in place of a token. It opens nothing. */
export const GARDE = 'garde-par-la-borne';

type Jetons = { access: string; refresh?: string };
type Corps = Record<string, unknown>;

/** A client’s tokens, in the memory of this process and nowhere else; gone with the client. */
export function ouvrirJetons() {
  let jetons: Jetons | undefined;

  return {
    acces: (): string | undefined => jetons?.access,

    /** A body that the screens send, with the real refresh token where they put its stand-in. */
    mettre(corps: Corps): Corps {
      return corps.refresh === GARDE ? { ...corps, refresh: jetons?.refresh ?? '' } : corps;
    },

    /** Keeps the tokens of an answer, and gives the answer without them. */
    retenir(corps: Corps): Corps {
      const { tokens } = corps;
      if (!estJetons(tokens)) return corps;
      jetons = { access: tokens.access, refresh: tokens.refresh ?? jetons?.refresh };
      return { ...corps, tokens: { access: GARDE, ...(tokens.refresh ? { refresh: GARDE } : {}) } };
    },

    oublier(): void {
      jetons = undefined;
    },
  };
}

const estJetons = (given: unknown): given is Jetons =>
  typeof given === 'object' && given !== null && 'access' in given && typeof given.access === 'string';
