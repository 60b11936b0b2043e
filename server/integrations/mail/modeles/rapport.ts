import type { Langue } from '../../../core/messages/messages.ts';
import type { Mail, Piece } from '../mail.ts';
import { html, page } from './html.ts';

interface Blanks {
  /** What the report is called. */
  nom: string;
  institution: string;
  /** How it went: attached, to be fetched at the link, or not made, with the reason. */
  suite: { sorte: 'joint'; piece: Piece } | { sorte: 'pret'; lien: string } | { sorte: 'echoue'; motif: string };
}

const words = {
  fr: {
    bonjour: 'Bonjour,',
    joint: (nom: string) => `Le rapport « ${nom} » est en pièce jointe.`,
    pret: (nom: string) => `Le rapport « ${nom} » est prêt. Connectez-vous pour le télécharger :`,
    echoue: (nom: string) => `Le rapport « ${nom} » n’a pas pu être produit.`,
    bouton: 'Ouvrir mes exports',
    garde: 'Ce fichier est réservé à la personne qui l’a demandé, et gardé quelques jours.',
    interne: 'Ce document peut contenir des données personnelles : ne le transmettez qu’à qui doit le lire.',
  },
  en: {
    bonjour: 'Hello,',
    joint: (nom: string) => `The report “${nom}” is attached.`,
    pret: (nom: string) => `The report “${nom}” is ready. Sign in to download it:`,
    echoue: (nom: string) => `The report “${nom}” could not be made.`,
    bouton: 'Open my exports',
    garde: 'This file is for the person who asked for it, and is kept for a few days.',
    interne: 'This document may hold personal data: pass it on to those who must read it only.',
  },
};

/** The message that brings a report, or says where it is or why there is none. */
export function mailRapport(a: string, langue: Langue, { nom, institution, suite }: Blanks): Mail {
  const said = words[langue];
  const first = said[suite.sorte](nom);
  const note = { joint: said.interne, pret: said.garde, echoue: '' }[suite.sorte];
  const button =
    'display:inline-block;padding:12px 20px;background:#0f5c4d;color:#ffffff;border-radius:6px;text-decoration:none';
  const link = suite.sorte === 'pret' ? html`<p><a href="${suite.lien}" style="${button}">${said.bouton}</a></p>` : '';
  const why = suite.sorte === 'echoue' ? suite.motif : '';
  const body = html`<p>${said.bonjour}</p>
<p>${first}</p>
${link}
<p>${why}</p>
<p style="font-size:14px;color:#4b5563">${note}</p>
<p>${institution}</p>`;
  const lines = [said.bonjour, first, suite.sorte === 'pret' ? suite.lien : '', why, note, institution];
  const texte = `${lines.filter(Boolean).join('\n\n')}\n`;
  const pieces = suite.sorte === 'joint' ? { pieces: [suite.piece] } : {};
  return { a, sujet: nom, texte, html: page(langue, nom, body), ...pieces };
}
