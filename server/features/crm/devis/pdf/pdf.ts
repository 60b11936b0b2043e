import { ZONE } from '../../../../core/jours.ts';
import type { Langue } from '../../../../core/messages/messages.ts';
import { inFrancs } from '../../../../core/money.ts';
import { spacedPhone } from '../../../../core/phone.ts';
import { ouvrirDocument } from '../../../../integrations/pdf/document.ts';
import { enJour, montant } from '../../../../integrations/pdf/texte.ts';
import { enLettres } from '../en-lettres.ts';
import { montantLigne } from '../lignes.ts';
import type { DevisDit } from './donnees.ts';
import { mots } from './mots.ts';

const DOTS = '……………………………………………………………………';

/** `DV-2026-00012`, and its version from the second on: what a file of it is called. */
export const nomDuDevis = ({ numero, version }: Pick<DevisDit, 'numero' | 'version'>): string =>
  version > 1 ? `${numero}-v${version}` : numero;

/** The devis as a PDF; its total is the sum of the lines that it shows. */
export async function devisPdf(devis: DevisDit, langue: Langue): Promise<Buffer> {
  const said = mots[langue];
  const { institution, coordonnees, contact, lignes } = devis;
  const pdf = ouvrirDocument({
    institution,
    coordonnees,
    titre: `${said.titre} ${devis.numero}${said.version(devis.version)}`,
    numero: nomDuDevis(devis),
    date: enJour(devis.date),
    langue,
  });
  pdf.champs([
    [said.client, devis.client],
    ...optional(said.societe, devis.societe),
    ...optional(said.adresse, devis.adresse),
    [said.objet, devis.objet],
    [said.valide, enJour(devis.valide_jusqu_au)],
    ...optional(
      said.contact,
      contact && [contact.nom, phone(contact.telephone), contact.email].filter(Boolean).join(' · '),
    ),
  ]);
  if (devis.remplace) pdf.paragraphe(said.remplace);
  if (devis.contenu) pdf.paragraphe(devis.contenu);
  pdf.partie(said.detail);
  pdf.tableau({
    colonnes: [
      { titre: said.libelle, part: 48 },
      { titre: said.quantite, part: 12, droite: true },
      { titre: said.prix, part: 20, droite: true },
      { titre: said.montant, part: 20, droite: true },
    ],
    lignes: lignes.map((ligne) => [
      ligne.libelle,
      enQuantite(ligne.quantite, langue),
      montant(ligne.prix),
      montant(montantLigne(ligne)),
    ]),
    total: [said.total, '', '', montant(devis.montant)],
    vide: '',
  });
  pdf.encadre({ nom: said.totalDevis, valeur: inFrancs(devis.montant), note: enLettres(devis.montant, langue) });
  if (devis.repondu_le && (devis.statut === 'accepte' || devis.statut === 'refuse')) {
    pdf.encadre({
      nom: said[devis.statut],
      valeur: said.le(jourDe(devis.repondu_le), devis.repondu_par ?? devis.client),
      note: devis.motif_refus ?? '',
    });
  } else if (!devis.remplace) {
    pdf.partie(said.accord);
    pdf.champs([
      [said.date, DOTS],
      [said.nom, DOTS],
      [said.signature, `\n\n${DOTS}`],
    ]);
    pdf.paragraphe(said.mention);
  }
  return pdf.fermer();
}

const optional = (nom: string, valeur: string | null | undefined): [string, string][] =>
  valeur ? [[nom, valeur]] : [];
const phone = (telephone: string | null): string => (telephone ? (spacedPhone(telephone) ?? telephone) : '');

/** `1.5` → `1,5`. */
export const enQuantite = (quantite: number, langue: Langue): string =>
  new Intl.NumberFormat(langue === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 }).format(quantite);

/** The day of a moment where the institution is, as it is written. */
export const jourDe = (moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    moment,
  );
