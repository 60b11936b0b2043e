import type { Database } from '../../../core/database.ts';
import { type Transaction, transact } from '../../../core/records/transaction.ts';
import type { Demande, Reponse, Session } from './demande.ts';
import { appelantDe, type Moyens } from './effets.ts';
import type { Faits } from './faits.ts';
import { dejaRepondu, garder, heritage, type Ligne, trouver } from './lignes.ts';
import { lireFaits } from './lire-faits.ts';
import { dire } from './messages.ts';
import { finir, type Pas } from './moteur.ts';
import { avancer } from './session.ts';

/** More screens than anybody needs: something goes round in circles. */
const PAS_MAX = 200;

/**
 * Answers one request of a gateway. The same request gets the same answer and has one effect, also side by side:
 * a telephone's requests are taken one after the other.
 */
export const converser = (database: Database, demande: Demande, moyens: Moyens): Promise<Reponse> =>
  transact(database, appelantDe(demande.canal), (tx) => repondre(tx, demande, moyens));

/** The session has broken off: it is not gone on with, but can be taken up again. */
export async function interrompre(database: Database, { canal, session_id, telephone }: Session): Promise<void> {
  await database.read({
    text: `update conversations set expire_le = now() where canal = $1 and session_id = $2 and telephone = $3
      and terminee_le is null and expire_le > now()`,
    values: [canal, session_id, telephone],
    stable: true,
  });
}

async function repondre(tx: Transaction, demande: Demande, moyens: Moyens): Promise<Reponse> {
  const { canal, telephone, mode } = demande;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [`${canal}:${telephone}`]);
  const ligne = await trouver(tx, demande);
  const deja = ligne && (await dejaRepondu(tx, ligne, demande));
  if (deja) return deja;
  if (ligne?.terminee && (mode === 'cumul' || mode === 'suite')) {
    return { texte: dire(ligne.etat?.langue ?? 'fr', 'session_finie'), options: [], fin: true };
  }
  const { configuration } = moyens;
  const faits = await lireFaits(tx, { canal, telephone }, configuration);
  const suivie = ligne && seSuit(ligne, demande) ? ligne : undefined;
  const pas = suivie
    ? await continuer(tx, suivie, demande, faits, moyens)
    : await commencer(tx, demande, faits, moyens);
  const rang = (suivie?.pas ?? 0) + 1;
  const secondes = configuration.USSD_SESSION_SECONDES;
  return garder(tx, demande, pas, { rang, nouvelle: !suivie, secondes });
}

/**
 * Whether the next screen follows from where this conversation stands. A gateway that repeats all that was typed
 * knows itself whether its session lives; for the others it is over after a while.
 */
function seSuit({ etat, terminee, expiree, saisies }: Ligne, { mode, saisie }: Demande): boolean {
  if (!etat || terminee || mode === 'debut') return false;
  return mode === 'cumul' ? saisies === '' || saisie.startsWith(`${saisies}*`) : !expiree;
}

function continuer(tx: Transaction, ligne: Ligne, demande: Demande, faits: Faits, moyens: Moyens): Promise<Pas> {
  const { etat, pas, saisies } = ligne as Ligne & { etat: NonNullable<Ligne['etat']> };
  if (pas >= PAS_MAX) return Promise.resolve(finir(etat, dire(etat.langue, 'trop_long'), faits));
  const { mode, saisie } = demande;
  const dites = mode === 'cumul' ? lireCumul(saisies === '' ? saisie : saisie.slice(saisies.length + 1)) : [saisie];
  return avancer(tx, etat, dites, faits, moyens);
}

/** A first message only says that somebody is there; what was dialled straight through meant the menu without more. */
async function commencer(tx: Transaction, demande: Demande, faits: Faits, moyens: Moyens): Promise<Pas> {
  const dites = demande.mode === 'cumul' ? lireCumul(demande.saisie) : [];
  const { langue = 'fr', reprise } = await heritage(tx, demande, moyens.configuration);
  return avancer(tx, undefined, dites, { ...faits, langue, reprise: dites.length > 0 ? undefined : reprise }, moyens);
}

const lireCumul = (text: string): string[] => (text === '' ? [] : text.split('*').slice(0, 60));
