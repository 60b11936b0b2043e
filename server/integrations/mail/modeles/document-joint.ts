import type { Langue } from '../../../core/messages/messages.ts';
import type { Mail, Piece } from '../mail.ts';
import { html, page } from './html.ts';

interface Blanks {
  nom: string;
  /** What is attached, as a person calls it: `Votre relevé de compte`. */
  document: string;
  institution: string;
}

const words = {
  fr: ({ nom, document, institution }: Blanks) => ({
    sujet: document,
    bonjour: `Bonjour ${nom},`,
    invite: `${document} est en pièce jointe, en PDF, comme vous l’avez demandé.`,
    sinon: 'Vous n’avez rien demandé ? Signalez-le à votre agence.',
    signature: institution,
  }),
  en: ({ nom, document, institution }: Blanks) => ({
    sujet: document,
    bonjour: `Hello ${nom},`,
    invite: `${document} is attached as a PDF, as you asked.`,
    sinon: 'You did not ask for this? Tell your branch.',
    signature: institution,
  }),
};

/** The message that brings a client a document. */
export function documentJoint(a: string, langue: Langue, blanks: Blanks, piece: Piece): Mail {
  const { sujet, bonjour, invite, sinon, signature } = words[langue](blanks);
  const body = html`<p>${bonjour}</p>
<p>${invite}</p>
<p style="font-size:14px;color:#4b5563">${sinon}</p>
<p>${signature}</p>`;
  const texte = `${bonjour}\n\n${invite}\n\n${sinon}\n\n${signature}\n`;
  return { a, sujet, texte, html: page(langue, sujet, body), pieces: [piece] };
}
