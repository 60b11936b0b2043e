import { randomUUID } from 'node:crypto';
import type { Noter } from '../echange.ts';
import { detailOf, openLine, type Reply } from '../http.ts';
import { objectIn, textIn } from '../reading.ts';

interface Provision {
  /** The sandbox's address, without a slash at the end. */
  hote: string;
  /** Subscription key of the product Collections. */
  cle: string;
  /** The host that callbacks will have: a name, no address. */
  hote_rappel: string;
  noter: Noter;
}

/**
 * Makes an API user with its key in a sandbox (in production MTN's portal does it).
 * @throws {ProvisionError} that says whether trying again can help
 */
export async function provision({ hote, cle, hote_rappel, noter }: Provision) {
  const utilisateur = randomUUID();
  const send = openLine({ operateur: 'mtn_money', hote, secrets: [cle, utilisateur], noter });
  const key = { 'Ocp-Apim-Subscription-Key': cle };
  const user = `/v1_0/apiuser/${utilisateur}`;

  const made = await send({
    operation: 'utilisateur',
    method: 'POST',
    path: '/v1_0/apiuser',
    headers: { ...key, 'X-Reference-Id': utilisateur, 'Content-Type': 'application/json' },
    body: { providerCallbackHost: hote_rappel },
  });
  demand(made, 201);
  const shown = demand(await send({ operation: 'utilisateur', method: 'GET', path: user, headers: key }), 200);
  const answer = await send({ operation: 'cle', method: 'POST', path: `${user}/apikey`, headers: key });
  const secret = textIn(demand(answer, 201).apiKey);
  return { utilisateur, secret, environnement: textIn(shown.targetEnvironment) };
}

function demand(reply: Reply, status: number): Record<string, unknown> {
  if (reply.arrived && reply.status === status) return objectIn(reply.body);
  throw new ProvisionError(detailOf(reply), !reply.arrived || reply.status === 429 || reply.status >= 500);
}

class ProvisionError extends Error {
  /** @param again whether trying later can help */
  constructor(
    detail: string,
    readonly again: boolean,
  ) {
    super(`MTN ne crée pas l’utilisateur d’API : ${detail}`);
  }
}
