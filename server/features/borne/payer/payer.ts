import { champInvalide, refuse } from '../../../core/errors.ts';
import type { Francs } from '../../../core/money.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';
import { demanderPaiement } from '../../assurance/mobile-money/demander.ts';
import { duEntier } from '../../assurance/paiements/ouvrir.ts';
import type { PoliceDuClient } from '../contrats.ts';
import { renouvellementDe } from './renouvellement.ts';
import { situationDe } from './situation.ts';
import { suiviDe } from './suivi.ts';

/** How a client pays. `telephone`: E.164, that the operator asks. */
export interface Moyen {
  operateur: Operateur;
  telephone: string;
}

export interface Paiement extends Moyen {
  /** Francs. */
  montant: Francs;
  type?: 'cotisation' | 'rattrapage';
}

/** A payment on its way: its number, and the name under which it can be followed. */
export interface PaiementEnRoute {
  paiement: string;
  suivi: string;
}

/**
 * Asks the client's telephone for the money. @throws 400 naming `montant` beyond what can be owed, 409 while another
 * payment is open, when there is nothing to pay, and as `demanderPaiement`
 */
export async function payer(
  tx: Transaction,
  secret: string,
  { souscription_id }: PoliceDuClient,
  paiement: Paiement,
): Promise<PaiementEnRoute> {
  const { statut, paye } = await situationDe(tx, souscription_id);
  if (statut === 'activee' || statut === 'suspendue') {
    const maximum = (await duEntier(tx, souscription_id)) - paye;
    if (maximum <= 0) throw refuse('rien_a_payer');
    if (paiement.montant > maximum) throw champInvalide('montant', 'paiement_trop_grand', { maximum });
  }
  return partir(tx, secret, souscription_id, paiement);
}

/** Asks for what a renewal costs. @throws as `renouvellementDe` and `demanderPaiement` */
export async function renouveler(
  tx: Transaction,
  secret: string,
  police: PoliceDuClient,
  moyen: Moyen,
): Promise<PaiementEnRoute & { montant: Francs }> {
  const { montant } = await renouvellementDe(tx, police);
  const parti = await partir(tx, secret, police.souscription_id, { ...moyen, montant, type: 'renouvellement' });
  return { ...parti, montant };
}

interface Demande extends Moyen {
  montant: Francs;
  type?: 'cotisation' | 'rattrapage' | 'renouvellement' | 'souscription_initiale';
}

/** @throws as `demanderPaiement` */
export async function partir(
  tx: Transaction,
  secret: string,
  souscription_id: number,
  demande: Demande,
): Promise<PaiementEnRoute> {
  const { numero } = await demanderPaiement(tx, { ...demande, souscription_id });
  return { paiement: numero, suivi: suiviDe(secret, numero) };
}
