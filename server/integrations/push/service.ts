import webpush from 'web-push';
import type { Cles } from './cles.ts';
import type { Abonnement, Contenu, PushPort, Remise } from './push.ts';

interface Reglages extends Cles {
  subject: string;
  admettre: PushPort['admettre'];
  /** Milliseconds for a call. */
  patience?: number;
}

/** Seconds for which a service keeps a message for a telephone that is off: what it tells is old after a day. */
const GARDE = 86_400;

/** Seconds beyond which we do not let a service put us off. */
const ATTENTE_MAX = 6 * 3600;

/**
 * Hands messages to the push services: encrypted for the one browser (RFC 8291), signed with our key (RFC 8292). What is
 * said of a failure names codes alone: the address of a subscription is as good as a key.
 */
export function service({ publique, privee, subject, admettre, patience = 10_000 }: Reglages): PushPort {
  const vapidDetails = { subject, publicKey: publique, privateKey: privee };
  const prepare = (endpoint: string, { p256dh, auth }: Abonnement, contenu: Contenu) =>
    webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(contenu), {
      vapidDetails,
      TTL: GARDE,
      contentEncoding: 'aes128gcm',
    });
  return {
    lieu: 'notifications vers les téléphones : en service',
    cle: publique,
    admettre,
    async envoyer(abonnement, contenu) {
      const endpoint = admettre(abonnement.endpoint);
      if (!endpoint) return { issue: 'refuse', pourquoi: 'adresse qui n’est pas d’un service connu' };
      const { headers, body } = prepare(endpoint, abonnement, contenu);
      return post(endpoint, headers as Record<string, string>, body as Buffer, patience);
    },
  };
}

/** Redirections are not followed: the address was checked, where it leads to was not. */
async function post(
  endpoint: string,
  { 'Content-Length': _length, ...headers }: Record<string, string>,
  body: Buffer,
  patience: number,
): Promise<Remise> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    return remise(response);
  } catch (error) {
    return { issue: 'plus_tard', pourquoi: codeOf(error) };
  }
}

function remise({ ok, status, headers }: Response): Remise {
  if (ok) return { issue: 'envoye' };
  if (status === 404 || status === 410) return { issue: 'parti' };
  const pourquoi = `HTTP ${status}`;
  if (status === 408 || status === 429 || status >= 500) {
    return { issue: 'plus_tard', pourquoi, ...attente(headers.get('retry-after')) };
  }
  return { issue: 'refuse', pourquoi, statut: status };
}

/** `Retry-After` is a number of seconds or an instant. */
function attente(said: string | null): { attente?: number } {
  const seconds = /^\d+$/.test(said ?? '') ? Number(said) : Math.ceil((Date.parse(said ?? '') - Date.now()) / 1000);
  return seconds > 0 ? { attente: Math.min(seconds, ATTENTE_MAX) } : {};
}

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? 'délai dépassé' : 'connexion rompue');
}
