import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import webpush from 'web-push';
import { z } from 'zod';

/** In base64url. */
export interface Cles {
  publique: string;
  privee: string;
}

const kept = z.strictObject({ publique: z.string(), privee: z.string() });

/** The pair of an installation without one of its own: made once, then kept, for a subscription is bound to it. */
export function clesGardees(data: string): Cles {
  const file = path.join(data, 'vapid.json');
  const known = read(file);
  if (known) return known;
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify({ publique: publicKey, privee: privateKey }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process was quicker: its pair is ours.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const now = read(file);
  if (!now) throw new Error(`${file} disappeared`);
  return now;
}

function read(file: string): Cles | undefined {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
