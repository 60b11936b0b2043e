import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailPort } from './mail.ts';
import { attachments } from './pieces.ts';

/** Puts mail into a folder, one `.eml` file a message, for a person to open: development only. */
export function outbox(folder: string): MailPort {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    lieu: `dossier ${folder}`,
    async send({ a, sujet, texte, html, pieces }) {
      const { message } = await transport.sendMail({
        from: 'Guichet <guichet@localhost>',
        to: { name: '', address: a },
        subject: sujet,
        text: texte,
        html,
        attachments: attachments({ pieces }),
      });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${a.replace(/[^\w.@-]/g, '_')}.eml`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(path.join(folder, name), message as Buffer, { mode: 0o600, flag: 'wx' });
    },
  };
}
