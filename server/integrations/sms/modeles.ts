import type { Langue } from '../../core/messages/messages.ts';
import { nearestGsm } from './alphabet.ts';

/** Every text that is sent by SMS, with its blanks in braces. One SMS each, once the blanks are filled. */
export const modeles = {
  code: {
    fr: 'Votre code pour {objet} : {code}. Il sert une fois, pendant {minutes} minutes. Ne le donnez à personne.',
    en: 'Your code to {objet}: {code}. It works once, for {minutes} minutes. Do not give it to anybody.',
  },
  lien: {
    fr: '{document} : {lien} Valable {heures} h, {fois} fois. Ne le transmettez pas.',
    en: '{document}: {lien} Valid {heures} h, {fois} times. Do not pass it on.',
  },
  paiement_recu: {
    fr: 'Paiement de {montant} reçu pour la police {police}. Couvert jusqu’au {couvert}. Reçu {numero}.',
    en: 'Payment of {montant} received for policy {police}. Covered until {couvert}. Receipt {numero}.',
  },
  police_attribuee: {
    fr: 'Votre police {produit} porte le numéro {police}, du {effet} au {expiration}. Gardez ce message.',
    en: 'Your {produit} policy has the number {police}, from {effet} to {expiration}. Keep this message.',
  },
  echeance: {
    fr: 'Police {police} : {montant} à payer avant le {date} pour rester couvert.',
    en: 'Policy {police}: {montant} to pay before {date} to stay covered.',
  },
} as const satisfies Record<string, Record<Langue, string>>;

export type Modele = keyof typeof modeles;
type Blank<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Blank<Rest> : never;
/** The blanks of a text, each as it is to be read: `montant` is `5 000 FCFA`, a date `31/01/2026`. */
export type Donnees<M extends Modele> = Record<Blank<(typeof modeles)[M]['fr']>, string>;

/** The text of an SMS, in GSM-7 as far as it goes. @throws {RangeError} that names a blank which is missing */
export function texteSms<M extends Modele>(modele: M, langue: Langue, donnees: Donnees<M>): string {
  const filled = modeles[modele][langue].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = (donnees as Record<string, string>)[name];
    if (value === undefined) throw new RangeError(`SMS ${modele} : il manque ${name}`);
    return value;
  });
  return nearestGsm(filled);
}
