import type { Jour } from '../../core/jours.ts';
import type { Langue } from '../../core/messages/messages.ts';
import type { Francs } from '../../core/money.ts';
import { ouvrirDocument } from '../../integrations/pdf/document.ts';
import { enJour, montant } from '../../integrations/pdf/texte.ts';
import { mots } from './attestation-messages.ts';

/** What an attestation shows of a contrat that is covered on its `date`. */
export interface Attestation {
  institution: string;
  coordonnees: string;
  numero: string;
  date: Jour;
  langue?: Langue;
  police: string;
  assure: string;
  produit: string;
  date_effet: Jour;
  date_expiration: Jour;
  couvert_du: Jour;
  couvert_jusqu_au: Jour;
  beneficiaires: number;
  garanties: { libelle: string; plafond: Francs; franchise: Francs; ouverte_le: Jour }[];
  code: string;
  /** Where the code can be checked, if there is a public address. */
  adresse?: string;
}

/** The attestation as a PDF of one A4 page, whatever a product may reasonably promise. */
export async function attestationPdf(attestation: Attestation): Promise<Buffer> {
  const { institution, coordonnees, numero, police, langue = 'fr', garanties, adresse = '' } = attestation;
  const said = mots[langue];
  const date = enJour(attestation.date);
  const span = (du: Jour, au: Jour) => fill(said.du_au, { du: enJour(du), au: enJour(au) });
  const pdf = ouvrirDocument({ institution, coordonnees, titre: said.titre, numero, date, langue });
  pdf.paragraphe(fill(said.atteste, { institution, police }));
  pdf.encadre({
    nom: said.couvert,
    valeur: span(attestation.couvert_du, attestation.couvert_jusqu_au),
    note: fill(said.verifiee, { jour: date }),
  });
  pdf.champs([
    [said.police, police],
    [said.assure, attestation.assure],
    [said.produit, attestation.produit],
    [said.terme, span(attestation.date_effet, attestation.date_expiration)],
    [said.beneficiaires, String(attestation.beneficiaires)],
  ]);
  pdf.partie(said.garanties);
  pdf.tableau({
    colonnes: [
      { titre: said.garantie, part: 40 },
      { titre: said.plafond, part: 20, droite: true },
      { titre: said.franchise, part: 20, droite: true },
      { titre: said.ouverte, part: 20, droite: true },
    ],
    lignes: garanties.map(({ libelle, plafond, franchise, ouverte_le }) => [
      libelle,
      montant(plafond),
      montant(franchise),
      enJour(ouverte_le),
    ]),
    vide: said.sans_garantie,
  });
  pdf.encadre({
    nom: said.code,
    valeur: attestation.code,
    note: fill(adresse ? said.verifier_ici : said.verifier, { institution, adresse }),
  });
  pdf.paragraphe(said.mention);
  return pdf.fermer();
}

const fill = (text: string, blanks: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');
