import type { Response } from 'express';
import type { Langue } from '../../core/messages/messages.ts';
import { spacedPhone } from '../../core/phone.ts';
import { enLettres } from '../../features/crm/devis/en-lettres.ts';
import { montantLigne } from '../../features/crm/devis/lignes.ts';
import type { DevisDit } from '../../features/crm/devis/pdf/donnees.ts';
import { enQuantite, jourDe } from '../../features/crm/devis/pdf/pdf.ts';
import { enJour, montant as spaced } from '../../integrations/pdf/texte.ts';
import { formulaires, type Saisie, sommeDe } from './formulaires.ts';
import { type Html, html, joined, when } from './html.ts';
import { mots } from './mots.ts';

/** Spaces as wide as the others: on a screen the thin ones all but vanish. */
const montant = (amount: number): string => spaced(amount).replaceAll('\u202f', '\u00a0');

/** Nothing is run, nothing comes from elsewhere, no other page shows it in itself. */
const POLICY = `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The headers of everything that a private link opens: kept nowhere, told to nobody. */
export function fermer(res: Response): void {
  res.setHeader('Content-Security-Policy', POLICY);
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Robots-Tag', 'noindex, nofollow');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

const mark = html`<svg class="marque" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true"><rect width="48" height="48" rx="10" fill="#e8b25c"/><g fill="none" stroke="#0d2b35" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"><path d="M12 38V21a12 12 0 0 1 24 0v17"/><path d="M8 38h32"/><path d="M18 30h12"/></g><circle cx="24" cy="22" r="3.2" fill="#0d2b35"/></svg>`;

interface Feuille {
  langue: Langue;
  status: number;
  titre: string;
  tete: Html;
  corps: Html;
  /** The same page in the other language. */
  autre: string;
}

function send(res: Response, { langue, status, titre, tete, corps, autre }: Feuille): void {
  fermer(res);
  const other = langue === 'fr' ? 'en' : 'fr';
  const page = html`<!doctype html>
<html lang="${langue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#0d2b35">
<title>${titre}</title>
<link rel="icon" type="image/svg+xml" href="/devis/actifs/icone.svg">
<link rel="stylesheet" href="/devis/actifs/devis.css">
</head>
<body>
<header>${mark}<div>${tete}</div></header>
<main>${corps}</main>
<footer><a href="${autre}" lang="${other}" hreflang="${other}">${mots[langue].autre}</a></footer>
</body>
</html>
`;
  res.status(status).type('html').send(page.text);
}

/** The devis as its client reads it. @param chemin its address, without the language */
export function envoyerPage(res: Response, devis: DevisDit, langue: Langue, chemin: string, saisie: Saisie = {}): void {
  const said = mots[langue];
  const other = langue === 'fr' ? 'en' : 'fr';
  const [first = '', ...more] = [devis.institution, ...devis.coordonnees.split('\n').filter(Boolean)];
  const version = said.version(devis.version);
  const name = [said.devis, devis.numero].join(' ');
  send(res, {
    langue,
    status: saisie.erreurs ? 400 : 200,
    titre: `${name} · ${devis.institution}`,
    tete: html`<p class="maison">${first}</p>${joined(more.map((line) => html`<p>${line}</p>`))}`,
    autre: `${chemin}?langue=${other}`,
    corps: html`${annonce(devis, langue)}
<p class="sur">${[name, version].filter(Boolean).join(' · ')}</p>
<h1>${devis.objet}</h1>
<p class="pour">${said.pour} ${[devis.client, devis.societe].filter(Boolean).join(' · ')}</p>
<section class="total" aria-label="${said.total}">
<p class="somme"><span>${said.total}</span> <strong>${sommeDe(devis)}</strong></p>
<p>${enLettres(devis.montant, langue)}</p>
<p class="delai">${said.valide(enJour(devis.valide_jusqu_au))}</p>
</section>
${when(devis.contenu, () => html`<p class="contenu">${devis.contenu ?? ''}</p>`)}
<h2 id="detail">${said.detail}</h2>
${lignes(devis, langue)}
<p class="note">${said.francs}</p>
<p><a class="bouton second" href="${chemin}/devis.pdf?langue=${langue}">${said.pdf}</a></p>
${when(repond(devis), () => formulaires(devis, langue, chemin, saisie))}
${when(devis.contact, () => contact(devis, langue))}`,
  });
}

const repond = ({ statut, remplace }: DevisDit) => (statut === 'envoye' || statut === 'consulte') && !remplace;

/** What was decided, or that it can no longer be. */
function annonce(devis: DevisDit, langue: Langue): Html {
  const said = mots[langue];
  const { statut, repondu_le, repondu_par, client } = devis;
  if (statut === 'accepte' && repondu_le)
    return html`<p class="avis bien" role="status">${said.accepte(jourDe(repondu_le), repondu_par ?? client)}</p>`;
  if (statut === 'refuse' && repondu_le)
    return html`<p class="avis" role="status">${said.refuse(jourDe(repondu_le))}</p>`;
  return when(devis.remplace, () => html`<p class="avis attention" role="status">${said.remplace}</p>`);
}

function lignes({ lignes: all, montant: total }: DevisDit, langue: Langue): Html {
  const said = mots[langue];
  const [libelle, quantite, prix, somme] = said.colonnes;
  const rows = all.map(
    (ligne) => html`<tr role="row"><th role="rowheader" scope="row">${ligne.libelle}</th>
<td role="cell" data-nom="${quantite}">${enQuantite(ligne.quantite, langue)}</td>
<td role="cell" data-nom="${prix}">${montant(ligne.prix)}</td>
<td role="cell" class="somme">${montant(montantLigne(ligne))}</td></tr>`,
  );
  return html`<table role="table" aria-labelledby="detail">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${libelle}</th><th role="columnheader" scope="col">${quantite}</th><th role="columnheader" scope="col">${prix}</th><th role="columnheader" scope="col">${somme}</th></tr></thead>
<tbody role="rowgroup">${joined(rows)}</tbody>
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row" colspan="3">${said.total}</th><td role="cell" class="somme">${montant(total)}</td></tr></tfoot>
</table>`;
}

function contact({ contact: found }: DevisDit, langue: Langue): Html {
  const { nom = '', email = '', telephone = null } = found ?? {};
  return html`<section class="contact"><h2>${mots[langue].contact}</h2>
<p>${nom}<br><a href="mailto:${email}">${email}</a>${when(
    telephone,
    () => html`<br><a href="tel:${telephone ?? ''}">${spacedPhone(telephone ?? '') ?? telephone ?? ''}</a>`,
  )}</p></section>`;
}

/** What whoever holds no open link is shown, the same for every reason. @param raison `attente` for too many requests */
export function envoyerFerme(res: Response, langue: Langue, raison: 'ferme' | 'attente' = 'ferme'): void {
  const said = mots[langue];
  const [titre, aide] = raison === 'ferme' ? [said.ferme, said.fermeAide] : [said.attente, said.attenteAide];
  send(res, {
    langue,
    status: raison === 'ferme' ? 404 : 429,
    titre,
    tete: html`<p class="maison">Guichet</p>`,
    autre: `?langue=${langue === 'fr' ? 'en' : 'fr'}`,
    corps: html`<h1>${titre}</h1><p>${aide}</p>`,
  });
}
