import type { Database } from '../../core/database.ts';
import { valeurDe } from '../parametres/catalogue.ts';
import { lecteur } from './lecteur.ts';
import type { SessionBorne } from './sessions.ts';

/** What the server waits beyond the screen’s own countdown, in seconds: it is there for a screen that hangs. */
const MARGE = 15;

/** And beyond a countdown that the screen has told of. */
const MARGE_ANNONCEE = 5;

/** Reading often does not write often: an end that is at most so much too early stands. */
const TOUS_LES_MS = 5000;

/** How long a session at a terminal lasts when nothing is asked in it, in seconds. */
export async function reposSecondes(database: Database): Promise<number> {
  const db = lecteur(database);
  const inactivite = await valeurDe(db, 'borne.inactivite_secondes');
  return inactivite + (await valeurDe(db, 'borne.compte_a_rebours_secondes')) + MARGE;
}

type Portee = Pick<SessionBorne, 'id' | 'inactif_le' | 'repos_secondes'>;

/** Something was asked: the session goes on. Written only when it says something new. Answers its end, ISO or null. */
export async function prolonger(database: Database, session: Portee): Promise<Date | null> {
  const { inactif_le, repos_secondes } = session;
  if (!inactif_le || !repos_secondes) return null;
  const fin = dans(repos_secondes);
  return fin.valueOf() - inactif_le.valueOf() < TOUS_LES_MS ? inactif_le : fixer(database, session, fin);
}

/**
 * Somebody is there, or has a countdown of so many seconds to say so. Never longer than what any request gives.
 * Answers when the session ends by itself; null for one that does not.
 */
export async function signalerPresence(
  database: Database,
  session: Portee,
  reste_secondes?: number,
): Promise<Date | null> {
  const { repos_secondes } = session;
  if (!repos_secondes) return null;
  const encore =
    reste_secondes === undefined ? repos_secondes : Math.min(reste_secondes + MARGE_ANNONCEE, repos_secondes);
  return fixer(database, session, dans(encore));
}

const dans = (secondes: number) => new Date(Date.now() + secondes * 1000);

/** One that has ended meanwhile does not begin again. */
async function fixer(database: Database, { id }: Portee, fin: Date): Promise<Date> {
  await database.read({
    text: `update sessions_borne set inactif_le = $2
      where id = $1 and terminee_le is null and inactif_le > $3`,
    values: [id, fin, new Date()],
    stable: true,
  });
  return fin;
}

/** A payment of the client’s own that the terminal may still wait for. @param numero of the payment */
export async function attendPaiement(
  database: Database,
  { client_id }: Pick<SessionBorne, 'client_id'>,
  numero: string,
): Promise<boolean> {
  const [attendu] = await database.read<{ cree_le: Date }>({
    text: `select p.cree_le from paiements p join souscriptions s on s.id = p.souscription_id
      where p.numero = $1 and s.client_id = $2 and p.statut in ('initie', 'en_cours')`,
    values: [numero, client_id],
    stable: true,
  });
  if (!attendu) return false;
  const secondes = await valeurDe(lecteur(database), 'borne.attente_paiement_secondes');
  return Date.now() < attendu.cree_le.valueOf() + secondes * 1000;
}
