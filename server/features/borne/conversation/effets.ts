import type { Caller } from '../../../core/access.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { ConfigurationPasserelles } from '../../../integrations/passerelles/configuration.ts';
import type { DemandePaiement, PaiementDemande } from '../../assurance/mobile-money/demander.ts';
import { appelant } from '../appelant.ts';
import { souscrire, titulaireDe } from '../souscrire.ts';
import type { Effet, Faits } from './faits.ts';

/** The till, as a conversation asks it; a test writes down what it is asked for. */
export type DemanderPaiement = (tx: Transaction, demande: DemandePaiement) => Promise<PaiementDemande>;

/** Seconds that a session has to end in: until then a telephone shows no request for payment. */
const APRES = 5;

/** Who acts in a conversation: the product, in the name of whoever holds the telephone. */
export const appelantDe = (canal: Faits['canal']): Caller => appelant(canal === 'ussd' ? 'USSD' : 'Chatbot');

/** What carrying out an effect needs beside the transaction. */
export interface Moyens {
  configuration: ConfigurationPasserelles;
  demanderPaiement: DemanderPaiement;
}

/** Carries out what the person settled on. @throws {Problem} that says why it cannot be */
export async function accomplir(tx: Transaction, effet: Effet, faits: Faits, moyens: Moyens): Promise<void> {
  const { telephone } = faits;
  const initiale = effet.type === 'souscrire';
  await moyens.demanderPaiement(tx, {
    souscription_id: initiale ? await souscription(tx, effet, faits, moyens) : effet.souscription_id,
    montant: effet.montant,
    operateur: `${effet.operateur}_money`,
    telephone,
    type: initiale ? 'souscription_initiale' : effet.paiement,
    apres: APRES,
  });
}

type Souscrire = Extract<Effet, { type: 'souscrire' }>;

async function souscription(
  tx: Transaction,
  { nom, prenom, ...demande }: Souscrire,
  { canal, telephone }: Faits,
  { configuration }: Moyens,
): Promise<number> {
  const client = await titulaireDe(tx, { nom, prenom, telephone }, configuration.USSD_SUCCURSALE);
  return souscrire(tx, client, { ...demande, canal, telephone });
}
