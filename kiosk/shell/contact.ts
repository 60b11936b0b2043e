import type { EtatImprimante } from '../pont.ts';
import type { Noter } from './journal.ts';

export interface PortsContact {
  serveur: string;
  /** Of the shell. */
  version: string;
  jeton: () => string | undefined;
  imprimante: () => Promise<EtatImprimante>;
  /** An administrator has revoked the terminal: nothing that it has opens anything any more. */
  revoquee: () => Promise<void>;
  noter: Noter;
  demander?: typeof fetch;
}

/** Milliseconds between two, and those that one may take. */
const MINUTE = 60_000;
const PATIENCE = 20_000;

/**
 * Tells the server each minute that the terminal is there, with its version and its printer, for the panel; and learns
 * there that it was revoked. @returns what ends it
 */
export function ouvrirContact(ports: PortsContact): () => void {
  const { serveur, version, jeton, imprimante, revoquee, noter, demander = fetch } = ports;
  let known = false;
  let asking = false;

  async function contact(): Promise<void> {
    const given = jeton();
    if (!given || asking) return;
    asking = true;
    try {
      await ask(given);
    } catch (error) {
      known = false;
      noter('serveur_injoignable', { raison: (error as Error).message, quoi: 'contact' });
    } finally {
      asking = false;
    }
  }

  async function ask(given: string): Promise<void> {
    const answer = await demander(`${serveur}/api/v1/borne/terminal/contact`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Borne': given, 'User-Agent': `Guichet-Borne/${version}` },
      body: JSON.stringify({ version, imprimante: await imprimante() }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = (await answer.json().catch(() => ({}))) as { code?: unknown };
    // Enrolled again while this was asked: the answer is not about who we are now.
    if (jeton() !== given) return;
    if (answer.status === 401 && body.code === 'borne_revoquee') {
      known = false;
      noter('borne_revoquee');
      return revoquee();
    }
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    if (!known) noter('contact');
    known = true;
  }

  const timer = setInterval(contact, MINUTE);
  contact().catch((error: Error) => noter('serveur_injoignable', { raison: error.message, quoi: 'contact' }));
  return () => clearInterval(timer);
}
