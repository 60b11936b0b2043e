import { couper, ecrire, ecrireLigne, hauteur, mesurer } from './ecrire.ts';
import { ENCRE, largeur, MARGES, OR, place } from './feuille.ts';
import { unbroken } from './texte.ts';

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
  const taille = SIZES.find((each) => mesurer(pdf, value, { taille: each, gras: true }) <= width) ?? 8;
  const large = { taille, gras: true, couleur: ENCRE.marque };
  const small = { taille: 9 };
  const noted = note ? hauteur(small, couper(pdf, note, small, width).length) + 4 : 0;
  const height = 2 * PAD.y + 13 + hauteur(large) + noted;
  pdf.y += GAP;
  place(pdf, height + GAP);
  const { y } = pdf;
  pdf.roundedRect(MARGES.left, y, largeur(pdf), height, 4).fill(ENCRE.fond);
  pdf.rect(MARGES.left, y, 4, height).fill(OR);
  const box = { x: MARGES.left + PAD.x, largeur: width };
  ecrire(pdf, nom, { ...small, couleur: ENCRE.pale }, { ...box, y: y + PAD.y, lignes: 1 });
  ecrireLigne(pdf, value, large, { ...box, y: y + PAD.y + 13 });
  ecrire(pdf, note, small, { ...box, y: y + PAD.y + 16 + hauteur(large) });
  pdf.x = MARGES.left;
  pdf.y = y + height + GAP;
}
