import { etatIn as airtelEtat } from './airtel/reponses.ts';
import { signedPart } from './airtel/signature.ts';
import { isReference } from './demande.ts';
import type { Etat } from './mobile-money.ts';
import { etatIn as mtnEtat } from './mtn/reponses.ts';
import { jsonIn, objectIn, textIn } from './reading.ts';

/** What a callback claims. Nothing of it is believed: it only says which payment to ask the operator about, now. */
export interface Indice {
  /** MTN's body does not name the attempt: the token in the path does. Airtel's names its reference. */
  de: { jeton: string } | { reference: string };
  etat: Etat['etat'];
}

/** MTN's documents disagree on the method of its callbacks. */
export const methodesRappel = ['PUT', 'POST'] as const;

/** @param jeton what stands at the end of the path that we gave as `rappel` */
export function rappelMtn(jeton: string, corps: Buffer): Indice {
  return { de: { jeton }, etat: mtnEtat(objectIn(json(corps)))?.etat ?? 'inconnu' };
}

interface RappelAirtel extends Indice {
  de: { reference: string };
  /** What its hash covers; `fausse` if it fits nothing, `absente` if it has none or no key is known. */
  signature: 'corps' | 'transaction' | 'fausse' | 'absente';
}

/**
 * @param entete the header `hash`, where it is sent there
 * @param cle the key that Airtel's portal shows, if signing is switched on
 * @returns undefined for a body that names no reference of ours
 */
export function rappelAirtel(corps: Buffer, entete?: string, cle?: string): RappelAirtel | undefined {
  const body = objectIn(json(corps));
  const transaction = objectIn(body.transaction);
  const reference = textIn(transaction.id);
  if (!isReference(reference)) return undefined;
  const hash = textIn(body.hash) || entete;
  const signature = !cle ? 'absente' : hash ? (signedPart(corps, hash, cle) ?? 'fausse') : 'absente';
  return { de: { reference }, etat: airtelEtat(transaction)?.etat ?? 'inconnu', signature };
}

const BODY_MAX = 64 * 1024;
const json = (corps: Buffer) => (corps.length > BODY_MAX ? undefined : jsonIn(corps.toString('utf8')));
