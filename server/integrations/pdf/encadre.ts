import { ENCRE, largeur, MARGES, OR, place } from './feuille.ts';
import { printable, unbroken } from './texte.ts';

type Pdf = PDFKit.PDFDocument;

export interface Encadre {
  /** What the value is. */
  nom: string;
  /** In large letters, on one line. */
  valeur: string;
  /** What is to be known of it. */
  note?: string;
}

const PAD = { x: 16, y: 11 };
const GAP = 10;
const SIZES = [18, 16, 14, 12, 10];

/** Draws a box across the sheet; it is never split. A long value gets smaller letters. */
export function encadre(pdf: Pdf, { nom, valeur, note = '' }: Encadre): void {
  const width = largeur(pdf) - 2 * PAD.x;
  const value = unbroken(valeur);
  const size = SIZES.find((each) => pdf.font('Helvetica-Bold').fontSize(each).widthOfString(value) <= width) ?? 8;
  const noted = note ? pdf.font('Helvetica').fontSize(9).heightOfString(printable(note), { width }) + 4 : 0;
  const height = 2 * PAD.y + 12 + size * 1.2 + noted;
  pdf.y += GAP;
  place(pdf, height + GAP);
  const { y } = pdf;
  pdf.roundedRect(MARGES.left, y, largeur(pdf), height, 4).fill(ENCRE.fond);
  pdf.rect(MARGES.left, y, 4, height).fill(OR);
  const x = MARGES.left + PAD.x;
  pdf.font('Helvetica').fontSize(9).fillColor(ENCRE.pale);
  pdf.text(printable(nom), x, y + PAD.y, { width, height: 12, ellipsis: true });
  pdf.font('Helvetica-Bold').fontSize(size).fillColor(ENCRE.marque);
  pdf.text(value, x, y + PAD.y + 13, { width, lineBreak: false });
  if (note) {
    pdf.font('Helvetica').fontSize(9).fillColor(ENCRE.texte);
    pdf.text(printable(note), x, y + PAD.y + 16 + size * 1.2, { width });
  }
  pdf.x = MARGES.left;
  pdf.y = y + height + GAP;
}
