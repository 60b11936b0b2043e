import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importJWK, jwtVerify } from 'jose';
import type { Abonnement, Contenu } from './push.ts';

interface Recu {
  contenu: Contenu;
  ttl: string | undefined;
  /** The body as it travelled. */
  octets: Buffer;
  /** What the sender’s token claims; its signature was checked against the key that it names. */
  jeton: { aud?: unknown; sub?: string; exp?: number };
  /** The sender’s public key. */
  cle: string;
}

/** A push service for tests, with the browsers that subscribed there: it decrypts what each of them is sent. */
export async function servicePush() {
  const telephones = new Map<string, ReturnType<typeof telephone>>();
  const state: { status: number; headers: Record<string, string>; mute: boolean } = {
    status: 201,
    headers: {},
    mute: false,
  };
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (state.mute) return;
    const [, token = '', cle = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
    const to = telephones.get(request.url ?? '');
    if (!to || request.headers['content-encoding'] !== 'aes128gcm') return response.writeHead(404).end();
    if (state.status < 300) {
      const octets = Buffer.concat(parts);
      to.recus.push({
        contenu: JSON.parse(dechiffrer(octets, to).toString('utf8')),
        ttl: request.headers.ttl as string | undefined,
        octets,
        jeton: await claimsOf(token, cle),
        cle,
      });
    }
    response.writeHead(state.status, state.headers).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    /** How often it was called. */
    appels: () => calls,
    /** A browser that subscribes. */
    telephone() {
      const path = `/${randomBytes(12).toString('base64url')}`;
      const one = telephone(origin + path);
      telephones.set(path, one);
      return one;
    },
    /** From now on it answers this. */
    answers(status: number, headers: Record<string, string> = {}) {
      Object.assign(state, { status, headers });
    },
    /** From now on it takes what it is given and never answers. */
    seTait: () => void Object.assign(state, { mute: true }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type ServicePush = Awaited<ReturnType<typeof servicePush>>;

function telephone(endpoint: string) {
  const curve = createECDH('prime256v1');
  const p256dh = curve.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  const recus: Recu[] = [];
  return { curve, recus, abonnement: { endpoint, p256dh, auth } satisfies Abonnement };
}

/** RFC 8291 over RFC 8188: salt (16), record size (4), length of the key id, key id: the sender’s point; one record. */
function dechiffrer(body: Buffer, { curve, abonnement }: ReturnType<typeof telephone>): Buffer {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
  const [sender, sealed] = [body.subarray(21, 21 + length), body.subarray(21 + length)];
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender]);
  const secret = hkdf(curve.computeSecret(sender), Buffer.from(abonnement.auth, 'base64url'), info, 32);
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const open = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('the record has no end');
  return padded.subarray(0, end);
}

const hkdf = (ikm: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', ikm, salt, info, length));

async function claimsOf(token: string, cle: string) {
  const point = Buffer.from(cle, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const { payload } = await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'));
  return payload;
}
