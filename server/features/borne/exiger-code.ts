import type { Config } from '../../config.ts';
import { Problem } from '../../core/errors.ts';
import type { Langue } from '../../core/messages/messages.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import type { SmsPort } from '../../integrations/sms/sms.ts';
import { valeurDe } from '../parametres/catalogue.ts';
import { type CodeEmis, type Emetteur, emettreCode, verifierCode } from './codes.ts';
import type { But } from './codes-messages.ts';
import { lecteur } from './lecteur.ts';
import type { SessionBorne } from './sessions.ts';

/** What a write that changes rights carries: the code's id and its digits. */
export interface CodeDonne {
  id: string;
  code: string;
}

/** A code that works in this session, for one purpose. @throws as `emettreCode` */
export const demanderCode = (emetteur: Emetteur, session: SessionBorne, but: But, langue: Langue): Promise<CodeEmis> =>
  emettreCode(emetteur, {
    client_id: session.client_id,
    telephone: session.telephone,
    but,
    contexte: contexteDe(session),
    langue,
  });

const contexteDe = ({ id }: SessionBorne) => ({ session: id });

/**
 * Counts the try and answers what uses the code up within the transaction that acts. Without a code: nothing to use up
 * where the institution asks for none.
 * @throws 403 `code_demande` where a code is missing, 403 naming `code` for one that is not right
 */
export async function exigerCode(
  emetteur: Pick<Emetteur, 'database' | 'config'>,
  session: SessionBorne,
  but: But,
  donne: CodeDonne | undefined,
): Promise<(tx: Transaction) => Promise<void>> {
  const quand = await valeurDe(lecteur(emetteur.database), 'borne.code');
  if (!donne && quand === 'jamais') return async () => undefined;
  if (!donne) {
    const said = { key: 'code_demande' };
    throw new Problem(403, 'code_demande', said, { code: [said] }, { but });
  }
  return verifierCode(emetteur, { ...donne, but, client_id: session.client_id, contexte: contexteDe(session) });
}

/** The text that a telephone was sent, for a screen of the demonstration; never in production, never from a gateway. */
export async function texteDemonstration(
  { sms, config }: { sms: SmsPort; config: Pick<Config, 'NODE_ENV'> },
  telephone: string,
): Promise<string | undefined> {
  if (config.NODE_ENV === 'production' || !sms.derniers) return undefined;
  const [dernier] = await sms.derniers(telephone);
  return dernier;
}
