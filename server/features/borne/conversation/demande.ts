import type { Faits } from './faits.ts';
import type { Option } from './moteur.ts';

/** What a gateway says, in the words of all gateways. */
export interface Demande {
  canal: Faits['canal'];
  /** The gateway's name for the session; a chat has one for ever, under the telephone. */
  session_id: string;
  /** E.164. */
  telephone: string;
  /** How to read it: all that was typed since the beginning, a beginning, the last input, one message of a chat. */
  mode: 'cumul' | 'debut' | 'suite' | 'message';
  saisie: string;
  /** The gateway's own name for this request, if it gives one: the same name is the same request. */
  cle?: string;
}

/** The session that a gateway speaks of. */
export type Session = Pick<Demande, 'canal' | 'session_id' | 'telephone'>;

export interface Reponse {
  texte: string;
  options: Option[];
  fin: boolean;
}
