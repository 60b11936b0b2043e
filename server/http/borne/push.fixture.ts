import { createECDH, randomBytes } from 'node:crypto';

/** What a browser that subscribed gives, at a push service that everybody knows. */
export function abonnementDuNavigateur() {
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('base64url')}`, keys };
}
