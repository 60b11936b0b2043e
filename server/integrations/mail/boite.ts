import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MailPort } from './mail.ts';
import { smtp } from './smtp.ts';

const TAILLE_MAX = 40 * 1024 * 1024;
const MESSAGES = 100;
const NOM = /^\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z-[0-9a-f]{8}$/;

/**
 * A mail server of this machine for development and demonstration: it takes every message over SMTP, as another would,
 * and delivers none; they lie in a folder, one `.eml` file each, and a screen of the panel shows them.
 */
export function boite(folder: string): MailPort {
  let opened: Promise<MailPort> | undefined;
  return {
    lieu: `serveur d’essai, messages dans ${folder}`,
    async send(mail) {
      opened ??= ouvrir(folder);
      await (await opened).send(mail);
    },
  };
}

async function ouvrir(folder: string): Promise<MailPort> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: TAILLE_MAX,
    disableReverseLookup: true,
    onData(stream, _session, taken) {
      garder(folder, stream).then(
        () => taken(),
        (error: Error) => taken(error),
      );
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  // Nothing waits for it: the process ends when its own work is done.
  listening.unref();
  const { port } = listening.address() as AddressInfo;
  return smtp(`smtp://127.0.0.1:${port}`, 'Guichet <guichet@localhost>');
}

/** A message is there under its name once it is whole. */
async function garder(folder: string, stream: AsyncIterable<Buffer>): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
  const draft = path.join(folder, `${name}.part`);
  await writeFile(draft, Buffer.concat(parts), { mode: 0o600, flag: 'wx' });
  await rename(draft, path.join(folder, `${name}.eml`));
}

/** A message as it arrived, and what it is called here. */
export interface Message extends Email {
  nom: string;
}

/** The last messages, the newest first; none where none has ever come. */
export async function derniers(folder: string): Promise<Message[]> {
  const names = (await readdir(folder).catch(absent)).filter((name) => name.endsWith('.eml')).sort();
  const read = names
    .slice(-MESSAGES)
    .reverse()
    .map((name) => lire(folder, name.slice(0, -'.eml'.length)));
  return (await Promise.all(read)).filter((message) => message !== undefined);
}

/** One message; undefined for a name that is none of ours. */
export async function lire(folder: string, nom: string): Promise<Message | undefined> {
  if (!NOM.test(nom)) return undefined;
  const raw = await readFile(path.join(folder, `${nom}.eml`)).catch(absent);
  if (raw.length === 0) return undefined;
  return { ...(await PostalMime.parse(raw as Buffer)), nom };
}

function absent(error: NodeJS.ErrnoException): [] {
  if (error.code !== 'ENOENT') throw error;
  return [];
}
