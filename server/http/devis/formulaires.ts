import type { Langue } from '../../core/messages/messages.ts';
import { inFrancs } from '../../core/money.ts';
import type { DevisDit } from '../../features/crm/devis/pdf/donnees.ts';
import { type Html, html, when } from './html.ts';
import { mots } from './mots.ts';

/** What was typed, and what is missing of it. */
export interface Saisie {
  nom?: string;
  erreurs?: { nom?: boolean; accord?: boolean };
}

const NOM = { min: 2, max: 120 };
const MOTIF_MAX = 1000;

/** As much of a text as is kept; a character of two halves is never cut. */
const taken = (text: string, most: number): string => [...text.trim()].slice(0, most).join('').trim();

/** Why it is refused, on lines of its own; null where nothing was said. */
export const lireMotif = ({ motif = '' }: Record<string, string>): string | null =>
  taken(motif.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' '), MOTIF_MAX) || null;

export const sommeDe = ({ montant }: DevisDit): string => inFrancs(montant).replace(/\s/g, '\u00a0');

/** What an acceptance says, if it is whole. */
export function lireAccord({ nom = '', accord }: Record<string, string>): { par: string } | { saisie: Saisie } {
  const par = taken(nom.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' '), NOM.max);
  const erreurs = { nom: par.length < NOM.min, accord: accord !== 'oui' };
  return erreurs.nom || erreurs.accord ? { saisie: { nom: par, erreurs } } : { par };
}

/** Yes, with a name and a tick; or no, with a reason if one likes. */
export function formulaires(devis: DevisDit, langue: Langue, chemin: string, { nom, erreurs }: Saisie): Html {
  const said = mots[langue];
  const alert = (id: string, text: string) => html`<p class="erreur" id="${id}">${text}</p>`;
  const total = sommeDe(devis);
  return html`<section class="reponse" id="reponse">
<h2>${said.accepter}</h2>
${when(erreurs, () => html`<p class="avis erreur" role="alert">${said.erreurs}</p>`)}
<form method="post" action="${chemin}/accepter?langue=${langue}#reponse" novalidate>
<div class="champ"><label for="nom">${said.nom}</label><p class="aide" id="nom-aide">${said.nomAide}</p>
<input id="nom" name="nom" type="text" autocomplete="name" required minlength="${String(NOM.min)}" maxlength="${String(NOM.max)}" value="${nom ?? ''}" aria-describedby="nom-aide${erreurs?.nom ? ' nom-erreur' : ''}"${erreurs?.nom ? html` aria-invalid="true"` : ''}>
${when(erreurs?.nom, () => alert('nom-erreur', said.nomManque))}</div>
<div class="champ"><label class="case" for="accord"><input id="accord" name="accord" type="checkbox" value="oui" required${erreurs?.accord ? html` aria-invalid="true" aria-describedby="accord-erreur"` : ''}><span>${said.accord(total)}</span></label>
${when(erreurs?.accord, () => alert('accord-erreur', said.accordManque))}</div>
<button type="submit">${said.boutonAccepter}</button>
</form>
<details><summary>${said.refuser}</summary>
<form method="post" action="${chemin}/refuser?langue=${langue}">
<div class="champ"><label for="motif">${said.motif}</label><textarea id="motif" name="motif" rows="3" maxlength="${String(MOTIF_MAX)}"></textarea></div>
<button type="submit" class="second">${said.boutonRefuser}</button>
</form></details>
</section>`;
}
