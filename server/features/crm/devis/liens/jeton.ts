import { createHash, createHmac } from 'node:crypto';

/**
 * The token of a link: 43 letters, 256 bits. It is made out of the secret and the row's random key whenever it is needed,
 * so that it waits nowhere: neither in the row nor in the queue.
 */
export const jetonDe = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(`lien de devis ${id}`).digest('base64url');

export const empreinteDe = (jeton: string): string => createHash('sha256').update(jeton).digest('hex');

export const cheminDuLien = (jeton: string): string => `/devis/${jeton}`;
