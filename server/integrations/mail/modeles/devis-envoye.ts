import type { Langue } from '../../../core/messages/messages.ts';
import type { Mail, Piece } from '../mail.ts';
import { html, page } from './html.ts';

interface Blanks {
  nom: string;
  numero: string;
  /** What it is about. */
  objet: string;
  montant: string;
  /** What whoever sends it adds; may be empty. */
  message: string;
  lien: string;
  /** The last day on which the link opens, as it is written. */
  jusqu_au: string;
  institution: string;
  /** Who answers questions; may be empty. */
  contact: string;
}

const words = {
  fr: ({ nom, numero, objet, montant, jusqu_au, contact }: Blanks) => ({
    sujet: `Votre devis ${numero}`,
    bonjour: `Bonjour ${nom},`,
    invite: `Voici notre devis ${numero}, « ${objet} », d’un montant de ${montant}. Il est aussi en pièce jointe, en PDF.`,
    lire: 'Lire le devis et répondre',
    seul: `Ce lien est personnel : qui l’ouvre peut accepter le devis. Il s’ouvre jusqu’au ${jusqu_au}.`,
    contact: contact && `Une question ? Écrivez à ${contact}.`,
  }),
  en: ({ nom, numero, objet, montant, jusqu_au, contact }: Blanks) => ({
    sujet: `Your quote ${numero}`,
    bonjour: `Hello ${nom},`,
    invite: `Here is our quote ${numero}, “${objet}”, of ${montant}. It is attached as a PDF, too.`,
    lire: 'Read the quote and answer',
    seul: `This link is personal: whoever opens it can accept the quote. It opens until ${jusqu_au}.`,
    contact: contact && `A question? Write to ${contact}.`,
  }),
};

/** The message that brings a client a devis, with its private link. */
export function devisEnvoye(a: string, langue: Langue, blanks: Blanks, piece: Piece): Mail {
  const { sujet, bonjour, invite, lire, seul, contact } = words[langue](blanks);
  const { message, lien, institution } = blanks;
  const button =
    'display:inline-block;padding:12px 20px;background:#0b5563;color:#ffffff;border-radius:8px;text-decoration:none';
  const body = html`<p>${bonjour}</p>
${message ? html`<p style="white-space:pre-line">${message}</p>` : ''}
<p>${invite}</p>
<p><a href="${lien}" style="${button}">${lire}</a></p>
<p style="font-size:14px;color:#4b5563">${seul}</p>
${contact ? html`<p>${contact}</p>` : ''}
<p>${institution}</p>`;
  const texte = [bonjour, message, invite, `${lire} :\n${lien}`, seul, contact, institution]
    .filter(Boolean)
    .join('\n\n');
  return { a, sujet, texte: `${texte}\n`, html: page(langue, sujet, body), pieces: [piece] };
}
