import { z } from 'zod';
import type { Coffre } from './coffre.ts';
import { type Borne, type Identite, ouvrirFichier } from './fichier.ts';

export interface PortsIdentite {
  /** The origin of the server; an identity of another server is none here, and its token never goes there. */
  serveur: string;
  /** Of the shell: `1.4.0`. */
  version: string;
  /** The system's keyring, where there is one. */
  coffre?: Coffre;
  noter: (line: string) => void;
  demander?: typeof fetch;
}

/** How an enrolment ended. `message` is for who stands before the terminal, in French. */
export type Enrolement =
  | { statut: 'enrolee'; borne: Borne }
  | { statut: 'refus'; raison: 'code' | 'attente' | 'injoignable' | 'serveur'; message: string };

/** Milliseconds that the server may take. */
const PATIENCE = 15_000;

const phrases = {
  code: 'Ce code n’est pas valable : il a déjà servi, il a expiré, ou il est mal tapé. Demandez-en un nouveau.',
  attente: 'Trop d’essais. Attendez quelques minutes.',
  injoignable: 'Le serveur ne répond pas. Vérifiez le réseau de la borne et l’adresse du serveur.',
  serveur: 'Le serveur n’a pas pu enrôler la borne. Réessayez plus tard.',
} as const;

const reponse = z.object({
  jeton: z.string().min(16),
  borne: z.object({ id: z.int().positive(), nom: z.string().min(1), succursale: z.string() }),
});

const probleme = z.object({ message: z.string().min(1).max(500) });

/** Who this terminal is to its server. @param dossier where it is kept: `/var/lib/guichet-borne` */
export function ouvrirIdentite(dossier: string, ports: PortsIdentite) {
  const { serveur, version, coffre, noter, demander = fetch } = ports;
  const fichier = ouvrirFichier(dossier, noter);
  let connue = lue(fichier.lire(), ports);

  async function asked(code: string): Promise<Response> {
    return demander(`${serveur}/api/v1/borne/terminal/enroler`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'fr' },
      body: JSON.stringify({ code, version }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  return {
    /** What the terminal signs in with; undefined when it is not enrolled. Stays in this process. */
    jeton: (): string | undefined => connue?.jeton,
    borne: (): Borne | undefined => connue?.borne,

    /** Trades a one-time code of an administrator for the terminal's token. */
    async enroler(code: string): Promise<Enrolement> {
      const taped = code.trim();
      if (!/^[\w -]{4,40}$/.test(taped)) return refus('code');
      let answer: Response;
      let body: unknown;
      try {
        answer = await asked(taped);
        body = await answer.json().catch(() => undefined);
      } catch (error) {
        const { message, cause } = error as Error;
        noter(`identité : ${serveur} injoignable (${cause instanceof Error ? cause.message : message})`);
        return refus('injoignable');
      }
      if (answer.status === 429) return refus('attente', body);
      if (answer.status >= 400 && answer.status < 500) return refus('code', body);
      const read = reponse.safeParse(body);
      if (answer.status !== 201 || !read.success) {
        noter(`identité : réponse inattendue du serveur (HTTP ${answer.status})`);
        return refus('serveur');
      }
      const { jeton, borne } = read.data;
      fichier.ecrire({
        serveur,
        borne,
        jeton: coffre ? { chiffre: coffre.chiffrer(jeton).toString('base64') } : jeton,
      });
      connue = { jeton, borne };
      return { statut: 'enrolee', borne };
    },

    /** Forgets the token, here only: in the panel the terminal is to be revoked. */
    async oublier(): Promise<void> {
      fichier.effacer();
      connue = undefined;
    },
  };
}

/** The server's own sentence where it gave one. */
function refus(raison: keyof typeof phrases, body?: unknown): Enrolement {
  const said = probleme.safeParse(body);
  return { statut: 'refus', raison, message: said.success ? said.data.message : phrases[raison] };
}

function lue(identite: Identite | undefined, { serveur, coffre, noter }: PortsIdentite) {
  if (!identite) return undefined;
  if (identite.serveur !== serveur) {
    noter(`identité : la borne est enrôlée auprès de ${identite.serveur}, pas de ${serveur}`);
    return undefined;
  }
  const { jeton, borne } = identite;
  if (typeof jeton === 'string') return { jeton, borne };
  try {
    if (coffre) return { jeton: coffre.dechiffrer(Buffer.from(jeton.chiffre, 'base64')), borne };
    noter('identité : le jeton est chiffré, et le trousseau du système n’est pas là');
  } catch (error) {
    noter(`identité : le jeton ne se déchiffre pas (${(error as Error).message})`);
  }
  return undefined;
}
