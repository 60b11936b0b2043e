import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { champInvalide, interdit, nonIdentifie, Problem } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { filled, kindOf } from '../../core/kinds.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { transact } from '../../core/records/transaction.ts';
import { parse } from '../../core/validation.ts';
import { appelant, type Origine } from '../../features/borne/appelant.ts';
import type { BorneConnue } from '../../features/borne/bornes/enrolement.ts';
import { emettreCode, leurre, verifierCode } from '../../features/borne/codes.ts';
import { type Identification, type Identifie, identifier } from '../../features/borne/contrats.ts';
import { texteDemonstration } from '../../features/borne/exiger-code.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { type CanalClient, ouvrirSession, type Renouvelable } from '../../features/borne/sessions.ts';
import { valeurDe } from '../../features/parametres/catalogue.ts';
import type { Guichet } from '../../guichet.ts';
import { forgetFailures, giveTurnBack, takeTurn } from '../auth/throttle.ts';
import { codeDonne } from './corps.ts';

/** No refusal comes sooner, whatever had to be looked up for it. */
const AU_MOINS_MS = 200;

const identite = {
  police: filled({ max: 40 }),
  telephone: kindOf('phone').schema({}) as z.ZodType<string>,
  canal: z.enum(['borne', 'espace']).default('borne'),
};
const connexionShape = z.strictObject({ ...identite, code: codeDonne.optional(), cookie: z.boolean().optional() });
const demandeShape = z.strictObject({ ...identite, but: z.literal('connexion') });

export interface Depuis extends Origine {
  langue: Langue;
  terminal?: string;
  /** The enrolled terminal that it came from. */
  borne?: BorneConnue;
}

/** A code is on its way, or would be if the police and the telephone belonged together. */
export interface CodePromis {
  code: { id: string; expire_le: Date };
  demonstration?: string;
}

/**
 * A session for a police and the telephone on file, or the promise of a code where one is asked for. Unknown police,
 * wrong telephone, contrat not in force, wrong code: the same answer after the same work; each attempt is in the journal.
 * @throws 400 for missing fields, 401, 403 where only enrolled terminals sign in, 429 with `attente` in seconds
 */
export async function connecter(guichet: Guichet, body: unknown, depuis: Depuis): Promise<Renouvelable | CodePromis> {
  const debut = performance.now();
  const { police, telephone, code, ...sent } = parse(connexionShape, body);
  const { borne } = depuis;
  const canal = borne ? 'borne' : sent.canal;
  if (sent.cookie && canal === 'borne') throw champInvalide('cookie', 'valeur_refusee');
  await admettre(guichet, canal, borne);
  const turns = await prendreTours(guichet, police, telephone, depuis);
  const found = await identifier(lecteur(guichet.database), police, telephone);
  const quand = await valeurDe(lecteur(guichet.database), 'borne.code');
  if (!code && quand === 'toujours') return promettre(guichet, police, found, depuis);
  const proved = code ? await prouver(guichet, { ...code, police }, found.identifie, depuis) : true;
  if (!found.identifie || !proved) {
    await noter(guichet, police, found, depuis, 'refuse');
    await wait(Math.max(0, AU_MOINS_MS - (performance.now() - debut)));
    throw nonIdentifie('identifiants_borne');
  }
  await turns.rendre();
  const opened = await ouvrirSession(guichet.database, { ...found.identifie, canal, terminal: depuis.terminal, borne });
  await noter(guichet, police, found, depuis, 'reussi');
  return opened;
}

/** Where only enrolled terminals sign in, this must be one. @throws 403 */
async function admettre({ database }: Guichet, canal: CanalClient, borne: BorneConnue | undefined): Promise<void> {
  if (canal !== 'borne' || borne) return;
  if ((await valeurDe(lecteur(database), 'borne.terminaux')) === 'enroles') throw interdit('borne_exigee');
}

/** Another code to sign in with, under the same limits. @throws as `connecter` */
export async function redemanderCode(guichet: Guichet, body: unknown, depuis: Depuis): Promise<CodePromis> {
  const { police, telephone } = parse(demandeShape, body);
  await prendreTours(guichet, police, telephone, depuis);
  const found = await identifier(lecteur(guichet.database), police, telephone);
  return promettre(guichet, police, found, depuis);
}

/** Counts the attempt for the police, the telephone, the address and the terminal, known or not. @throws 429 */
async function prendreTours({ database }: Guichet, police: string, telephone: string, depuis: Depuis) {
  const places = [`borne:${depuis.adresse_ip ?? 'inconnue'}`];
  if (depuis.terminal) places.push(`terminal:${depuis.terminal}`);
  const accounts = [`police:${police.toUpperCase()}`, `telephone:${telephone}`];
  for (const place of places) await takeTurn(database, 'adresse', place);
  for (const account of accounts) await takeTurn(database, 'compte', account);
  return {
    async rendre() {
      for (const account of accounts) await forgetFailures(database, 'compte', account);
      for (const place of places) await giveTurnBack(database, 'adresse', place);
    },
  };
}

const contexteDe = (police: string, { terminal = '' }: Depuis) => ({ police: police.toUpperCase(), terminal });

/** Nobody has the client 0: an unknown pair is compared like any other. */
async function prouver(
  { database, config }: Guichet,
  { id, code, police }: { id: string; code: string; police: string },
  identifie: Identifie | undefined,
  depuis: Depuis,
): Promise<boolean> {
  try {
    const contexte = contexteDe(police, depuis);
    const essai = { id, code, client_id: identifie?.client_id ?? 0, but: 'connexion', contexte } as const;
    const consommer = await verifierCode({ database, config }, essai);
    await transact(database, appelant(police, depuis), consommer);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return false;
    throw error;
  }
}

/** The code leaves behind the answer, so that neither its time nor its failure tells whether there is anybody. */
async function promettre(guichet: Guichet, police: string, found: Identification, depuis: Depuis): Promise<CodePromis> {
  const { langue } = depuis;
  const minutes = await valeurDe(lecteur(guichet.database), 'borne.code_minutes');
  const id = randomUUID();
  const sent = envoyer(guichet, police, id, found.identifie, depuis);
  await noter(guichet, police, found, depuis, found.identifie ? 'reussi' : 'refuse', { etape: 'code' });
  const code = { id, expire_le: new Date(Date.now() + minutes * 60_000) };
  if (guichet.config.NODE_ENV === 'production' || !guichet.sms.derniers) return { code };
  await sent;
  const texte = found.identifie && (await texteDemonstration(guichet, found.identifie.telephone));
  return { code, demonstration: texte ?? leurre('connexion', langue, minutes) };
}

async function envoyer(
  guichet: Guichet,
  police: string,
  id: string,
  identifie: Identifie | undefined,
  depuis: Depuis,
): Promise<void> {
  if (!identifie) return;
  const { client_id, telephone } = identifie;
  try {
    const contexte = contexteDe(police, depuis);
    await emettreCode(guichet, { id, client_id, telephone, but: 'connexion', contexte, langue: depuis.langue });
  } catch (error) {
    console.error(depuis.requete_id, 'code de connexion :', error instanceof Error ? error.message : error);
  }
}

const noter = (
  { database }: Guichet,
  police: string,
  { candidat }: Identification,
  { terminal, ...origine }: Depuis,
  resultat: 'reussi' | 'refuse',
  details: Record<string, string> = {},
) =>
  journalizeAlone(database, appelant(candidat?.police ?? police, origine), {
    action: 'connexion',
    ressource: 'clients',
    objet_id: candidat?.client_id,
    objet: candidat?.police ?? police,
    succursale_id: candidat?.succursale_id,
    details: terminal ? { ...details, terminal } : details,
    resultat,
  });
