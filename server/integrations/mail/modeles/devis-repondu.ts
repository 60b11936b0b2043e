import type { Langue } from '../../../core/messages/messages.ts';
import type { Mail } from '../mail.ts';
import { html, page } from './html.ts';

interface Blanks {
  numero: string;
  client: string;
  /** What it is about. */
  objet: string;
  montant: string;
  reponse: 'accepte' | 'refuse';
  /** Who answered, as they call themselves. */
  par: string;
  /** Why it was refused; may be empty. */
  motif: string;
  /** Where the devis is shown. */
  lien: string;
}

const words = {
  fr: ({ numero, client, objet, montant, reponse, par, motif }: Blanks) => ({
    sujet: reponse === 'accepte' ? `Devis ${numero} accepté` : `Devis ${numero} refusé`,
    dit: `${client} a ${reponse === 'accepte' ? 'accepté' : 'refusé'} le devis ${numero}, « ${objet} », de ${montant}.`,
    par: reponse === 'accepte' ? `« Bon pour accord » donné par ${par}.` : '',
    motif: motif && `Motif : ${motif}`,
    ouvrir: 'Ouvrir le devis',
  }),
  en: ({ numero, client, objet, montant, reponse, par, motif }: Blanks) => ({
    sujet: reponse === 'accepte' ? `Quote ${numero} accepted` : `Quote ${numero} declined`,
    dit: `${client} ${reponse === 'accepte' ? 'accepted' : 'declined'} the quote ${numero}, “${objet}”, of ${montant}.`,
    par: reponse === 'accepte' ? `Agreed by ${par}.` : '',
    motif: motif && `Reason: ${motif}`,
    ouvrir: 'Open the quote',
  }),
};

/** The message that tells a colleague what a client answered. */
export function devisRepondu(a: string, langue: Langue, blanks: Blanks): Mail {
  const { sujet, dit, par, motif, ouvrir } = words[langue](blanks);
  const body = html`<p>${dit}</p>
${par ? html`<p>${par}</p>` : ''}
${motif ? html`<p style="white-space:pre-line">${motif}</p>` : ''}
<p><a href="${blanks.lien}">${ouvrir}</a></p>`;
  const texte = [dit, par, motif, `${ouvrir} : ${blanks.lien}`].filter(Boolean).join('\n\n');
  return { a, sujet, texte: `${texte}\n`, html: page(langue, sujet, body) };
}
