import { createHash } from 'node:crypto';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { ConfigurationPasserelles } from '../../../integrations/passerelles/configuration.ts';
import type { Demande, Reponse } from './demande.ts';
import { type Etat, etatSchema, type Reprise, repriseDe } from './etat.ts';
import type { Pas } from './moteur.ts';

/** A conversation as it is kept. */
export interface Ligne {
  id: number;
  /** undefined when an older version of the product left something else. */
  etat: Etat | undefined;
  saisies: string;
  pas: number;
  terminee: boolean;
  expiree: boolean;
}

/** Seconds after which a chat that says nothing begins anew, and milliseconds in which nobody answers a screen. */
const CHAT_SECONDES = 600;
const REPETITION_MS = 1000;

export async function trouver(tx: Transaction, { canal, session_id, telephone }: Demande): Promise<Ligne | undefined> {
  const [ligne] = await tx.query<Ligne>(
    `select id, etat, saisies, pas, terminee_le is not null as terminee, expire_le <= clock_timestamp() as expiree
     from conversations where canal = $1 and session_id = $2 and telephone = $3`,
    [canal, session_id, telephone],
  );
  return ligne && { ...ligne, etat: etatSchema.safeParse(ligne.etat).data };
}

/** A key per request: the gateway's own, the whole of what was typed, or none. */
const cleDe = ({ mode, cle, saisie }: Demande): string | undefined => {
  if (cle !== undefined) return empreinte(`cle:${cle}`);
  return mode === 'cumul' ? empreinte(`cumul:${saisie}`) : undefined;
};

const empreinte = (text: string) => createHash('sha256').update(text).digest('base64url');

/** The input as it is compared with the next one; a beginning is unlike any input. */
const marque = ({ mode, saisie }: Demande) => (mode === 'debut' ? 'debut' : `saisie:${saisie}`);

/** What was answered to this very request. A gateway without keys repeats itself faster than a person can answer. */
export async function dejaRepondu(tx: Transaction, ligne: Ligne, demande: Demande): Promise<Reponse | undefined> {
  const beginning = demande.mode === 'debut';
  if (beginning && (ligne.terminee || ligne.expiree)) return undefined;
  const cle = cleDe(demande);
  const [pas] = await tx.query<{ reponse: Reponse }>(
    cle
      ? 'select reponse from conversation_pas where conversation_id = $1 and cle = $2'
      : `select reponse from conversation_pas where conversation_id = $1 and saisie = $2
         and ($3 or (cle = $4 and cree_le > clock_timestamp() - interval '${REPETITION_MS} milliseconds'))`,
    cle ? [ligne.id, cle] : [ligne.id, marque(demande), beginning, `n:${ligne.pas}`],
  );
  return pas?.reponse;
}

/** What the last conversation of this telephone leaves behind: its language, and what broke off not long ago. */
export async function heritage(
  tx: Transaction,
  { canal, telephone }: Demande,
  { USSD_REPRISE_MINUTES }: ConfigurationPasserelles,
): Promise<{ langue?: Etat['langue']; reprise?: Reprise }> {
  const [derniere] = await tx.query<{ etat: unknown; recente: boolean }>(
    `select etat, terminee_le is null and modifie_le > clock_timestamp() - $3 * interval '1 minute' as recente
     from conversations where telephone = $1 and canal = $2 order by modifie_le desc, id desc limit 1`,
    [telephone, canal, USSD_REPRISE_MINUTES],
  );
  const etat = etatSchema.safeParse(derniere?.etat).data;
  const reprise = etat && derniere?.recente ? repriseDe(etat) : undefined;
  return { ...(etat ? { langue: etat.langue } : {}), ...(reprise ? { reprise } : {}) };
}

/**
 * Keeps where the conversation stands and what was answered. One that begins anew forgets the answers of the earlier
 * one, but for those of a chat, whose messages are never named twice.
 */
export async function garder(
  tx: Transaction,
  demande: Demande,
  { etat, texte, options, fin }: Pas,
  { rang, nouvelle, secondes }: { rang: number; nouvelle: boolean; secondes: number },
): Promise<Reponse> {
  const { canal, session_id, telephone, mode, saisie } = demande;
  const cle = cleDe(demande) ?? `n:${rang}`;
  const [ligne] = await tx.query<{ id: number }>(
    `insert into conversations (canal, session_id, telephone, etat, saisies, pas, dernier_pas, expire_le, terminee_le)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + $8 * interval '1 second', case when $9 then now() end)
     on conflict (canal, session_id, telephone) do update set (etat, saisies, pas, dernier_pas, expire_le, terminee_le,
       modifie_le, revision) = (excluded.etat, excluded.saisies, excluded.pas, excluded.dernier_pas, excluded.expire_le,
       excluded.terminee_le, clock_timestamp(), conversations.revision + 1)
     returning id`,
    [
      canal,
      session_id,
      telephone,
      JSON.stringify(etat),
      mode === 'cumul' ? saisie : '',
      rang,
      cle,
      canal === 'chatbot' ? CHAT_SECONDES : secondes,
      fin,
    ],
  );
  const reponse = { texte, options, fin };
  if (nouvelle) {
    await tx.query(
      `delete from conversation_pas where conversation_id = $1 and ($2 or cree_le < now() - interval '1 day')`,
      [ligne?.id, mode !== 'message'],
    );
  }
  await tx.query('insert into conversation_pas (conversation_id, cle, saisie, reponse) values ($1, $2, $3, $4)', [
    ligne?.id,
    cle,
    marque(demande),
    JSON.stringify(reponse),
  ]);
  return reponse;
}
