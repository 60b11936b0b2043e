import { JobError } from '../../core/jobs/job.ts';
import { gateway } from './gateway.ts';
import { simulator } from './simulator.ts';

/** A text for one telephone (E.164: `+242061234567`). */
export interface Sms {
  telephone: string;
  texte: string;
}

/** The way out for SMS. */
export interface SmsPort {
  /** Where SMS go, for the one who starts the server; no key. */
  lieu: string;
  /** @throws {JobError} that says whether trying again can help: only where it is sure that nothing was sent */
  envoyer(sms: Sms): Promise<void>;
  /** The simulator alone: the last texts for a telephone, the newest first. */
  derniers?(telephone: string): Promise<string[]>;
}

export interface SmsSettings {
  url?: string;
  utilisateur?: string;
  cle?: string;
  expediteur?: string;
  /** Where SMS go when there is no gateway; in production there is none: they must not vanish in a folder. */
  folder?: string;
}

/** A gateway if there is one, else the simulator, else a port that refuses. */
export function openSms({ url, utilisateur, cle, expediteur, folder }: SmsSettings): SmsPort {
  if (url && utilisateur && cle) return gateway({ url, utilisateur, cle, expediteur });
  if (folder) return simulator(folder);
  return {
    lieu: NO_GATEWAY,
    async envoyer() {
      throw new JobError(NO_GATEWAY, true);
    },
  };
}

const NO_GATEWAY = 'aucun SMS ne part : SMS_URL n’est pas donné';
