import { unknownActor } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import { journalizeAlone } from '../../../core/journal/journal.ts';
import { transact } from '../../../core/records/transaction.ts';
import { type Indice, rappelAirtel, rappelMtn } from '../../../integrations/mobile-money/callback.ts';
import { masked } from '../../../integrations/mobile-money/echange.ts';
import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';
import { type Caisses, empreinte } from './caisses.ts';
import { noterDans } from './echanges.ts';
import { relancer } from './relancer.ts';

/** What a hint of an operator brings along; the request's own name goes to the journal. */
export interface Rappel {
  corps: Buffer;
  methode: string;
  adresse_ip?: string;
  requete_id?: string;
}

/** `compris`: somebody will ask the operator. Nothing of what a hint says is believed. */
export type Recu = 'compris' | 'inconnu' | 'signature_fausse';

interface Known {
  id: number;
  reference: string;
  operateur: Operateur;
  etat: string;
}

/** @param jeton what stands at the end of the address that was given with the attempt */
export async function recevoirMtn(database: Database, caisses: Caisses, jeton: string, rappel: Rappel): Promise<Recu> {
  const known = await find(database, 'jeton_rappel', empreinte(jeton), 'mtn_money');
  if (!known) return 'inconnu';
  await suivre(database, caisses, known, rappelMtn(jeton, rappel.corps), rappel);
  return 'compris';
}

/** @param entete the header `hash`, where it is sent there */
export async function recevoirAirtel(
  database: Database,
  caisses: Caisses,
  rappel: Rappel,
  entete?: string,
): Promise<Recu> {
  const indice = rappelAirtel(rappel.corps, entete, caisses.cle_rappel);
  const known = indice && (await find(database, 'reference', indice.de.reference, 'airtel_money'));
  if (!indice || !known) return 'inconnu';
  if (indice.signature === 'fausse') {
    await refuser(database, known, rappel);
    return 'signature_fausse';
  }
  await suivre(database, caisses, known, indice, rappel, indice.signature);
  return 'compris';
}

async function find(database: Database, column: 'jeton_rappel' | 'reference', value: string, operateur: Operateur) {
  const [row] = await database.read<Known>({
    text: `select id, reference, operateur, etat from tentatives where ${column} = $1 and operateur = $2`,
    values: [value.toLowerCase(), operateur],
    stable: true,
  });
  return row;
}

async function suivre(
  database: Database,
  { horloge }: Caisses,
  { id, reference, operateur }: Known,
  { etat }: Indice,
  rappel: Rappel,
  signature?: string,
) {
  await transact(database, callerOf(operateur, rappel), (tx) => relancer(tx, id, horloge.now()));
  await noterDans(database)({
    operateur,
    operation: 'rappel',
    reference,
    methode: rappel.methode,
    url: `/rappels/${operateur}`,
    requete: masked(rappel.corps.toString('utf8'), []),
    statut: null,
    reponse: `annoncé : ${etat}${signature ? `, signature : ${signature}` : ''}`,
    erreur: null,
    debut: new Date(),
    duree_ms: 0,
  });
}

/** Somebody who does not know the key speaks in the operator's name. */
async function refuser(database: Database, { id, reference, operateur }: Known, rappel: Rappel): Promise<void> {
  await journalizeAlone(database, callerOf(operateur, rappel), {
    action: 'rappel',
    ressource: 'tentatives',
    objet_id: id,
    objet: reference,
    resultat: 'refuse',
    details: { raison: 'signature_fausse' },
  });
}

const callerOf = (operateur: Operateur, { adresse_ip, requete_id }: Rappel) => ({
  actor: unknownActor(operateur),
  surface: 'api' as const,
  langue: 'fr' as const,
  adresse_ip,
  requete_id,
});
