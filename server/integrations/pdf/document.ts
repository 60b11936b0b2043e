import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { couper, ecrire, ecrireLigne, hauteur } from './ecrire.ts';
import { type Encadre, encadre } from './encadre.ts';
import { ENCRE, type EnTete, habiller, largeur, MARGES, place } from './feuille.ts';
import { type Graphique, graphique, hauteurGraphique } from './graphique/graphique.ts';
import { inscrirePolices } from './polices.ts';
import { longTableau, type Tableau, tableau } from './tableau.ts';
import { printable } from './texte.ts';

/** A document that is written from top to bottom, on A4 sheets. */
export interface DocumentPdf {
  /** Begins a part; it stays together with the first lines of what follows. */
  partie(titre: string): void;
  paragraphe(texte: string): void;
  /** What is known, line by line: a name and its value. */
  champs(champs: [nom: string, valeur: string][]): void;
  tableau(donnees: Tableau): void;
  /** The same for as many rows as there may be: it lets others work between them. */
  longTableau(donnees: Tableau): Promise<void>;
  /** A figure as a drawing that stays on one page. */
  graphique(donnees: Graphique): void;
  /** What the reader came for, in a box. */
  encadre(donnees: Encadre): void;
  /** Ends it. Nothing can be written any more. */
  fermer(): Promise<Buffer>;
}

const GAP = 12;
const NAME_WIDTH = 120;

/** @param enTete what stands on every page; the first one says its title in large letters too */
export function ouvrirDocument(enTete: EnTete): DocumentPdf {
  const { titre, institution, langue } = enTete;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGES,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: langue,
    displayTitle: true,
    info: { Title: printable(titre), Author: printable(institution), Creator: 'Guichet', Producer: 'Guichet' },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(Buffer.from(chunk)));
  const ended = once(pdf, 'end');

  inscrirePolices(pdf);
  const tour = { depuis: performance.now() };
  const { left } = MARGES;
  const across = () => ({ x: left, y: pdf.y, largeur: largeur(pdf) });

  pdf.y = ecrire(
    pdf,
    titre,
    { taille: 18, gras: true, couleur: ENCRE.marque },
    { ...across(), y: MARGES.top, lignes: 3 },
  );
  pdf.y += GAP / 2;

  const partie = (nom: string, needed = 90) => {
    pdf.y += GAP;
    place(pdf, needed);
    pdf.y = ecrire(pdf, nom, { taille: 12, gras: true, couleur: ENCRE.marque }, across());
    pdf.y += GAP / 2;
  };

  return {
    partie: (nom) => partie(nom),
    paragraphe(texte) {
      const style = { taille: 10 };
      const height = hauteur(style) + 2;
      pdf.y += GAP;
      for (const line of couper(pdf, texte, style, largeur(pdf))) {
        place(pdf, height);
        ecrireLigne(pdf, line, style, across());
        pdf.y += height;
      }
      pdf.y += GAP / 2;
    },
    champs(champs) {
      const style = { taille: 10, gras: true };
      const beside = { x: left + NAME_WIDTH, largeur: largeur(pdf) - NAME_WIDTH };
      for (const [nom, valeur] of champs) {
        place(pdf, hauteur(style, couper(pdf, valeur, style, beside.largeur).length));
        const { y } = pdf;
        const name = { x: left, y, largeur: NAME_WIDTH - GAP };
        const ends = [
          ecrire(pdf, nom, { taille: 10, couleur: ENCRE.pale }, name),
          ecrire(pdf, valeur, style, { ...beside, y }),
        ];
        pdf.y = Math.max(...ends) + 2;
      }
    },
    graphique(donnees) {
      if (donnees.titre) partie(donnees.titre, hauteurGraphique(pdf, donnees) + 2 * GAP);
      graphique(pdf, donnees, langue);
    },
    tableau: (donnees) => tableau(pdf, donnees),
    longTableau: (donnees) => longTableau(pdf, donnees, tour),
    encadre: (donnees) => encadre(pdf, donnees),
    async fermer() {
      habiller(pdf, enTete);
      pdf.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
