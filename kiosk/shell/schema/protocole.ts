import type { CustomScheme, Protocol } from 'electron';
import { entetes } from '../../entetes.ts';
import { type Hote, SCHEME } from '../adresses.ts';
import type { Noter } from '../journal.ts';
import { lireFichier } from './fichiers.ts';

/** To be declared before the application is ready. The page’s own rules are not bypassed: no CORS, no CSP exempted. */
export const scheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, bypassCSP: false, corsEnabled: false },
};

export interface PortsProtocole {
  /** The one host that this window may speak to. */
  hote: Hote;
  /** The build of the screens, `build/kiosk`. */
  ecrans: string;
  /** The build of the shell’s own pages. */
  coque: string;
  /** Carries a request on to the server. */
  relayer: (request: Request) => Promise<Response>;
  noter: Noter;
}

/** Answers everything that a window asks for: a file of ours, the server’s answer, or nothing. */
export function servir(protocol: Pick<Protocol, 'handle'>, ports: PortsProtocole): void {
  protocol.handle(SCHEME, async (request) => {
    try {
      return await repondre(request, ports);
    } catch (error) {
      ports.noter('chargement_rate', { raison: (error as Error).message });
      return rien(500);
    }
  });
}

export async function repondre(request: Request, { hote, ecrans, coque, relayer }: PortsProtocole): Promise<Response> {
  const { hostname, pathname } = new URL(request.url);
  if (hostname !== hote) return rien(404);
  if (hote === 'guichet' && pathname.startsWith('/api/')) return relayer(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return rien(405);
  const chemin = rawPath(request.url);
  return hote === 'coque' ? fichier(coque, chemin) : ecran(ecrans, chemin);
}

/** Below `/borne/` are the files of the build; what is none of them, and does not look like one, is the screens. */
async function ecran(dossier: string, chemin: string): Promise<Response> {
  if (!chemin.startsWith('/borne/')) return rien(404);
  const within = chemin.slice('/borne'.length);
  const looksLikeFile = /\.[a-z0-9]+$|%|\\|^\/assets\//i.test(within);
  return looksLikeFile ? fichier(dossier, within) : fichier(dossier, '/borne.html');
}

async function fichier(dossier: string, chemin: string): Promise<Response> {
  const found = await lireFichier(dossier, chemin);
  if (!found) return rien(404);
  const cache = chemin.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  // Copied into an array of its own: a file’s bytes may lie in a pool that others share.
  return new Response(new Uint8Array(found.contenu), {
    headers: { ...entetes(), 'Content-Type': found.type, 'Cache-Control': cache },
  });
}

const rien = (status: number): Response => new Response(null, { status, headers: entetes() });

/** The path as it was sent, before `..` and its like are worked out. */
const rawPath = (url: string): string => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/';
