import type { Langue } from '../../../core/messages/messages.ts';
import type { Mail } from '../mail.ts';
import { html, page } from './html.ts';

interface Blanks {
  prenom: string | null;
  /** The whole address, with the token that opens it once. */
  lien: string;
  /** How long it opens. */
  minutes: number;
}

const words = {
  fr: ({ prenom, minutes }: Blanks) => ({
    sujet: 'Choisissez votre mot de passe Guichet',
    bonjour: prenom ? `Bonjour ${prenom},` : 'Bonjour,',
    invite: `Voici le lien pour choisir votre mot de passe. Il sert une seule fois, dans les ${minutes} minutes :`,
    bouton: 'Choisir mon mot de passe',
    adresse: 'Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :',
    sinon:
      'Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas. Ne transmettez ce lien à personne.',
  }),
  en: ({ prenom, minutes }: Blanks) => ({
    sujet: 'Choose your Guichet password',
    bonjour: prenom ? `Hello ${prenom},` : 'Hello,',
    invite: `Here is the link to choose your password. It works once, within ${minutes} minutes:`,
    bouton: 'Choose my password',
    adresse: 'If the button does not open, copy this address into your browser:',
    sinon:
      'You did not ask for this? Ignore this message: your password stays as it is. Do not pass this link on to anybody.',
  }),
};

/** The message with which a person chooses a password. */
export function lienMotDePasse(a: string, langue: Langue, blanks: Blanks): Mail {
  const { sujet, bonjour, invite, bouton, adresse, sinon } = words[langue](blanks);
  const { lien } = blanks;
  const button =
    'display:inline-block;padding:12px 20px;background:#0f5c4d;color:#ffffff;border-radius:6px;text-decoration:none';
  const body = html`<p>${bonjour}</p>
<p>${invite}</p>
<p><a href="${lien}" style="${button}">${bouton}</a></p>
<p style="font-size:14px">${adresse}<br>${lien}</p>
<p style="font-size:14px;color:#4b5563">${sinon}</p>`;
  return { a, sujet, texte: `${bonjour}\n\n${invite}\n\n${lien}\n\n${sinon}\n`, html: page(langue, sujet, body) };
}
