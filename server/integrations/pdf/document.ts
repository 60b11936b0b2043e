import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { type Encadre, encadre } from './encadre.ts';
import { ENCRE, type EnTete, habiller, largeur, MARGES, place } from './feuille.ts';
import { type Tableau, tableau } from './tableau.ts';
import { printable } from './texte.ts';

/** A document that is written from top to bottom, on A4 sheets. */
export interface DocumentPdf {
  /** Begins a part; it stays together with the first lines of what follows. */
  partie(titre: string): void;
  paragraphe(texte: string): void;
  /** What is known, line by line: a name and its value. */
  champs(champs: [nom: string, valeur: string][]): void;
  tableau(donnees: Tableau): void;
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

  const write = (font: string, size: number, color = ENCRE.texte) => pdf.font(font).fontSize(size).fillColor(color);

  write('Helvetica-Bold', 18, ENCRE.marque).text(printable(titre), MARGES.left, MARGES.top);
  pdf.y += GAP / 2;

  return {
    partie(nom) {
      pdf.y += GAP;
      place(pdf, 90);
      write('Helvetica-Bold', 12, ENCRE.marque).text(printable(nom), MARGES.left);
      pdf.y += GAP / 2;
    },
    paragraphe(texte) {
      pdf.y += GAP / 2;
      write('Helvetica', 10).text(printable(texte), MARGES.left, pdf.y, { width: largeur(pdf), lineGap: 2 });
      pdf.y += GAP / 2;
    },
    champs(champs) {
      const width = largeur(pdf) - NAME_WIDTH;
      for (const [nom, valeur] of champs) {
        write('Helvetica-Bold', 10);
        place(pdf, pdf.heightOfString(printable(valeur), { width }));
        const { y } = pdf;
        write('Helvetica', 10, ENCRE.pale).text(printable(nom), MARGES.left, y, { width: NAME_WIDTH - GAP });
        const below = pdf.y;
        write('Helvetica-Bold', 10).text(printable(valeur), MARGES.left + NAME_WIDTH, y, { width });
        pdf.y = Math.max(pdf.y, below) + 2;
      }
      pdf.x = MARGES.left;
    },
    tableau: (donnees) => tableau(pdf, donnees),
    encadre: (donnees) => encadre(pdf, donnees),
    async fermer() {
      habiller(pdf, enTete);
      pdf.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
