import { createTransport } from 'nodemailer';
import { JobError } from '../../core/jobs/job.ts';
import type { MailPort } from './mail.ts';
import { attachments } from './pieces.ts';

/** Milliseconds: a mail server that does not answer holds up the other jobs no longer than this. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };

/** Steps at which the server speaks of itself or of our account, not of the message: both can be mended. */
const ABOUT_THE_SERVER = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/;

const LINK = /https?:\/\/\S+/g;
const REASON_MAX = 300;

interface SmtpFailure {
  message?: string;
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** A refusal (5xx) of the message itself is for good; anything else (4xx, no connection, wrong password) is not. */
class SmtpError extends JobError {
  constructor({ message = '', code = '', command = '', response, responseCode = 0 }: SmtpFailure) {
    const refused = responseCode >= 500 && !ABOUT_THE_SERVER.test(command);
    // A server may quote the message, and with it a link that only its reader may have.
    const reason = (response ?? `${code} ${message}`).replace(LINK, '…').slice(0, REASON_MAX).trim();
    super(`le serveur de courrier ${refused ? 'refuse le message' : 'n’a pas pris le message'} : ${reason}`, !refused);
  }
}

/**
 * Hands mail to a server. A password goes over TLS only, unless the server is this machine.
 * @param url `smtp://` or `smtps://` with user and password if the server wants them
 */
export function smtp(url: string, from: string): MailPort {
  const { host, hostname, username } = new URL(url);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const requireTLS = username !== '' && !here;
  const transport = createTransport({ url, requireTLS, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    lieu: `serveur ${host}`,
    async send({ a, sujet, texte, html, pieces }) {
      const to = { name: '', address: a };
      try {
        await transport.sendMail({ from, to, subject: sujet, text: texte, html, attachments: attachments({ pieces }) });
      } catch (error) {
        throw new SmtpError(error as SmtpFailure);
      }
    },
  };
}
