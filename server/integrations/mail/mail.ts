import { JobError } from '../../core/jobs/job.ts';
import { boite } from './boite.ts';
import { smtp } from './smtp.ts';

/** A message to one person, with the same words as plain text and as HTML. */
export interface Mail {
  a: string;
  sujet: string;
  texte: string;
  html: string;
  pieces?: Piece[];
}

/** A file that goes with a message. */
export interface Piece {
  nom: string;
  /** Its media type. */
  type: string;
  contenu: Buffer;
}

/** The way out for mail. */
export interface MailPort {
  /** Where mail goes, for the one who starts the server; no password. */
  lieu: string;
  /** @throws {JobError} that says whether trying again can help */
  send(mail: Mail): Promise<void>;
}

/** @param folder where mail goes when there is no server; in production there is none: mail must not vanish in a folder */
export function openMail({ url, from, folder }: { url?: string; from?: string; folder?: string }): MailPort {
  if (url && from) return smtp(url, from);
  if (folder) return boite(folder);
  return {
    lieu: NO_SERVER,
    async send() {
      throw new JobError(NO_SERVER, true);
    },
  };
}

const NO_SERVER = 'aucun courriel ne part : SMTP_URL n’est pas donné';
