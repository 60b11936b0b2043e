import type { Caller } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import { type Transaction, transact } from '../../../core/records/transaction.ts';
import type { Envoi } from '../../../integrations/mobile-money/mobile-money.ts';
import { motif } from '../../../integrations/mobile-money/motifs.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import { reveiller } from './cadence.ts';
import type { Caisses } from './caisses.ts';
import { echouer } from './conclure.ts';
import { enCours, garder, payable, prendre } from './prendre.ts';
import type { Tentative } from './tentatives/tentative.ts';

/** What work with the operators stands on. */
export interface Travail {
  database: Database;
  caller: Caller;
  caisses: Caisses;
}

/**
 * Sends an attempt, again under the same reference if it was sent before: the operator carries it out once. Nothing is
 * held while the operator answers. An attempt that has ended, or whose till is closed, is left alone.
 */
export async function envoyer(travail: Travail, id: number): Promise<void> {
  const { database, caller, caisses } = travail;
  const leaving = await transact(database, caller, (tx) => partir(tx, caisses, id));
  const till = leaving && caisses.tills[leaving.operateur];
  if (!leaving || !till) return;
  const { reference, montant, telephone, externe, libelle } = leaving;
  const rappel = caisses.rappel(reference);
  const envoi = await till.demander({ reference, montant, telephone, externe, libelle, rappel });
  await transact(database, caller, (tx) => noter(tx, caisses, id, envoi));
}

/** Counts the sending before it leaves: what a second one says of itself says nothing of the first. */
async function partir(tx: Transaction, { tills, horloge }: Caisses, id: number) {
  const { souscription, tentative } = await prendre(tx, id);
  if (tentative.finie || !tills[tentative.operateur]) return undefined;
  if (!payable(souscription)) {
    if (tentative.envois === 0) await echouer(tx, souscription, tentative, motif('annulee', ''), horloge.now());
    return undefined;
  }
  tentative.partir(horloge.now());
  await garder(tx, tentative);
  const { reference, operateur, montant, telephone, externe } = tentative;
  return { reference, operateur, montant, telephone, externe, libelle: libelleDe(souscription) };
}

const libelleDe = ({ termes, numero }: Souscription) => `Prime ${termes.produit ?? ''} ${numero}`;

async function noter(tx: Transaction, { horloge }: Caisses, id: number, envoi: Envoi): Promise<void> {
  const { souscription, tentative } = await prendre(tx, id);
  // A hint may have been quicker than this answer.
  if (tentative.finie) return;
  if (envoi.issue === 'refusee' && tentative.envois === 1)
    return echouer(tx, souscription, tentative, envoi.motif, horloge.now());
  await suivre(tx, tentative, envoi);
  await garder(tx, tentative);
  await reveiller(tx.query, (tentative.prochain_le as Date).valueOf());
}

async function suivre(tx: Transaction, tentative: Tentative, envoi: Envoi): Promise<void> {
  if (envoi.issue === 'acceptee') {
    tentative.accepter();
    await enCours(tx, tentative);
  } else {
    tentative.douter(envoi.issue === 'refusee' ? envoi.motif.brut : envoi.detail, envoi.issue === 'refusee');
  }
}
