import { HAUTEUR_DE_LIGNE, MONTANTE, suites } from './polices.ts';
import { printable } from './texte.ts';

type Pdf = PDFKit.PDFDocument;

const ENCRE = '#1b2a30';

export interface Style {
  /** In points. */
  taille: number;
  gras?: boolean;
  couleur?: string;
  /** Digits of one width, so that amounts stand beneath each other. */
  colonne?: boolean;
}

export interface Boite {
  x: number;
  y: number;
  largeur: number;
  aligner?: 'gauche' | 'milieu' | 'droite';
  /** How many lines at most; what is left is cut with an ellipsis. */
  lignes?: number;
}

/** What rounding may add to a line that fits, in points. */
const SLACK = 0.01;
/** After spaces, and after a dash or a slash before a letter; never within a date or an amount. */
const BREAKS = /(?<= )(?! )|(?<=[-/])(?=\p{L})/u;

/** The height of so many lines, in points. */
export const hauteur = ({ taille }: Style, lines = 1): number => lines * taille * HAUTEUR_DE_LIGNE;

const featuresOf = (colonne = false): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  colonne ? { features: ['tnum'] } : {};

/** How wide a text is on one line, in points. */
export function mesurer(pdf: Pdf, texte: string, { taille, gras, colonne }: Style): number {
  const options = featuresOf(colonne);
  return suites(texte, gras).reduce(
    (sum, { texte: piece, police, echelle }) => sum + pdf.font(police, taille * echelle).widthOfString(piece, options),
    0,
  );
}

/** A text as the lines that fit a width; `lignes` at most, the last one cut with an ellipsis. */
export function couper(pdf: Pdf, texte: string, style: Style, largeur: number, lignes = Infinity): string[] {
  const found: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    found.push(line.trimEnd());
    line = '';
    used = 0;
  };
  const add = (piece: string) => {
    if (line && used + mesurer(pdf, piece.trimEnd(), style) > largeur + SLACK) end();
    line += piece;
    used += mesurer(pdf, piece, style);
  };
  for (const paragraph of printable(texte).split('\n')) {
    for (const word of paragraph.split(BREAKS)) {
      if (mesurer(pdf, word.trimEnd(), style) <= largeur + SLACK) add(word);
      else for (const letter of word) add(letter);
      if (found.length > lignes) break;
    }
    end();
    if (found.length > lignes) break;
  }
  return found.length <= lignes
    ? found
    : [...found.slice(0, lignes - 1), cut(pdf, found[lignes - 1] ?? '', style, largeur)];
}

function cut(pdf: Pdf, line: string, style: Style, largeur: number): string {
  const kept = [...line];
  while (kept.length > 0 && mesurer(pdf, `${kept.join('')}…`, style) > largeur) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** Writes a text into a box. @returns the height beneath its last line, from the top of the page */
export function ecrire(pdf: Pdf, texte: string, style: Style, boite: Boite): number {
  const lines = couper(pdf, texte, style, boite.largeur, boite.lignes);
  for (const [n, line] of lines.entries()) ecrireLigne(pdf, line, style, { ...boite, y: boite.y + hauteur(style, n) });
  return boite.y + hauteur(style, lines.length);
}

/** Writes a line as it is, whatever its width; the document stays where it stood. */
export function ecrireLigne(pdf: Pdf, ligne: string, style: Style, { x, y, largeur, aligner }: Boite): void {
  const free = aligner && aligner !== 'gauche' ? largeur - mesurer(pdf, ligne, style) : 0;
  const options = featuresOf(style.colonne);
  const stood = { x: pdf.x, y: pdf.y };
  let at = x + (aligner === 'milieu' ? free / 2 : free);
  for (const { texte, police, echelle } of suites(ligne, style.gras)) {
    pdf.font(police, style.taille * echelle).fillColor(style.couleur ?? ENCRE);
    pdf.text(texte, at, y + style.taille * MONTANTE, { ...options, lineBreak: false, baseline: 'alphabetic' });
    at += pdf.widthOfString(texte, options);
  }
  Object.assign(pdf, stood);
}
