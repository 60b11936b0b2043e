import { airtel } from './airtel/airtel.ts';
import type { ConfigurationMobileMoney } from './configuration.ts';
import type { Noter } from './echange.ts';
import type { Motif } from './motifs.ts';
import { mtn } from './mtn/mtn.ts';
import { externalId } from './text.ts';

export type Operateur = 'mtn_money' | 'airtel_money';

/** One attempt at being paid. The caller stores it before it is sent, and sends it again only with the same reference. */
export interface Demande {
  /** UUID v4: the operator carries out one reference once, however often it is sent. */
  reference: string;
  /** Whole francs, above zero. */
  montant: number;
  /** E.164: `+242061234567`. */
  telephone: string;
  /** What the customer reads beside the amount; accents and apostrophes are taken out on the way. */
  libelle: string;
  /** Our payment's number. */
  externe: string;
  /** Where the operator may send its hint; its host must be the one registered with the operator. */
  rappel?: string;
}

/**
 * What became of sending. `inconnue`: it may have arrived; ask `consulter`, never send under another reference.
 * `refusee` speaks of this sending only: when an earlier one of the same reference was `inconnue`, `consulter` decides.
 */
export type Envoi = { issue: 'acceptee' } | { issue: 'inconnue'; detail: string } | { issue: 'refusee'; motif: Motif };

/** Money was taken. `null` is what this operator's answer does not tell. */
export interface Reussie {
  etat: 'reussie';
  transaction_id: string | null;
  /** As the operator says it: `concorde` compares it with what was asked. */
  montant: number | null;
  devise: string | null;
  externe: string | null;
}

/** Where an attempt stands. `introuvable` and `inconnu` decide nothing: only `reussie` and `echouee` are final. */
export type Etat =
  | { etat: 'en_cours' }
  | Reussie
  | { etat: 'echouee'; motif: Motif }
  | { etat: 'introuvable' }
  | { etat: 'inconnu'; detail: string };

/** An operator's till. What the operator or the network does is an answer, never an exception. */
export interface MobileMoney {
  readonly operateur: Operateur;
  /** The currency that is sent: `XAF`, or `EUR` to MTN's sandbox. */
  readonly devise: string;
  /** @throws {TypeError} for a reference, an amount or a number that is not what `Demande` says */
  demander(demande: Demande): Promise<Envoi>;
  consulter(reference: string): Promise<Etat>;
}

/** What every client is given beside its keys. */
export interface Options {
  /** Is handed every exchange, masked; see `Echange`. */
  noter: Noter;
  /** Milliseconds that one call to the operator may take. */
  patience?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** The tills that are configured. */
export function openMobileMoney(configuration: ConfigurationMobileMoney, options: Options) {
  const tills: Partial<Record<Operateur, MobileMoney>> = {};
  if (configuration.mtn) tills.mtn_money = mtn(configuration.mtn, options);
  if (configuration.airtel) tills.airtel_money = airtel(configuration.airtel, options);
  return tills;
}

/** Whether money that was taken is what was asked for; what the operator does not tell is not held against it. */
export function concorde(
  { montant, devise, externe }: Reussie,
  attendu: { montant: number; devise: string; externe: string },
): boolean {
  return (
    (montant === null || montant === attendu.montant) &&
    (devise === null || devise === attendu.devise) &&
    (externe === null || externe === externalId(attendu.externe))
  );
}
