import type { Langue } from '../../../core/messages/messages.ts';
import { ecrire, hauteur, mesurer } from '../ecrire.ts';
import { ENCRE, largeur, MARGES, place } from '../feuille.ts';
import { anneau } from './anneau.ts';
import { axes } from './axes.ts';
import { barres, courbes } from './dessins.ts';
import type { Unite } from './echelle.ts';
import { marquer, remplir, type Surface, tracer } from './motifs.ts';

type Pdf = PDFKit.PDFDocument;

export interface Serie {
  libelle: string;
  /** All series have the same points, in the same order. */
  points: readonly { libelle: string; valeur: number }[];
}

export interface Graphique {
  /** Stands above it, on the same page. */
  titre?: string;
  /** Bars side by side, bars on top of each other, lines, or a ring of the first series alone. */
  forme: 'barres' | 'piles' | 'courbe' | 'anneau';
  /** Francs are whole, a percentage is out of 100. */
  unite: Unite;
  series: readonly Serie[];
  /** What is said where there is nothing to draw. */
  vide: string;
}

const HEIGHT = 190;
const GAP = 12;
const LEGEND = { taille: 8.5 };
const ROW = 14;
const SWATCH = 20;

const drawn = ({ series }: Graphique): boolean =>
  series.some(({ points }) => points.some(({ valeur }) => valeur !== 0));

/** The height that a figure takes, in points. */
export const hauteurGraphique = (pdf: Pdf, donnees: Graphique): number =>
  drawn(donnees) ? HEIGHT + 2 * GAP + legend(pdf, donnees).length * ROW : hauteur(LEGEND) + 2 * GAP;

/** Draws a figure across the sheet: axes in numbers of the reader’s language, and a legend where there are several series. */
export function graphique(pdf: Pdf, donnees: Graphique, langue: Langue): void {
  const { forme, vide } = donnees;
  const wide = largeur(pdf);
  pdf.y += GAP / 2;
  place(pdf, hauteurGraphique(pdf, donnees) - GAP);
  const { y } = pdf;
  if (!drawn(donnees)) {
    pdf.y = ecrire(pdf, vide, { ...LEGEND, couleur: ENCRE.pale }, { x: MARGES.left, y, largeur: wide }) + GAP;
    return;
  }
  const surface: Surface = { x: MARGES.left, y, largeur: wide, hauteur: HEIGHT };
  if (forme === 'anneau') anneau(pdf, surface, donnees, langue);
  else {
    const plan = axes(pdf, surface, donnees, langue);
    if (forme === 'courbe') courbes(pdf, plan, donnees);
    else barres(pdf, plan, donnees, langue);
  }
  const rows = legend(pdf, donnees);
  for (const [line, row] of rows.entries()) {
    for (const { n, x, libelle } of row) key(pdf, forme, n, x, y + HEIGHT + 6 + line * ROW, libelle, wide);
  }
  pdf.x = MARGES.left;
  pdf.y = y + HEIGHT + rows.length * ROW + GAP;
}

/** The names of the series, as many on a line as fit. */
function legend(pdf: Pdf, { forme, series }: Graphique): { n: number; x: number; libelle: string }[][] {
  if (forme === 'anneau' || series.length < 2) return [];
  const rows: { n: number; x: number; libelle: string }[][] = [[]];
  let x = 0;
  for (const [n, { libelle }] of series.entries()) {
    const width = SWATCH + Math.min(mesurer(pdf, libelle, LEGEND), largeur(pdf) - SWATCH) + 16;
    if (x > 0 && x + width > largeur(pdf)) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ n, x: MARGES.left + x, libelle });
    x += width;
  }
  return rows;
}

function key(
  pdf: Pdf,
  forme: Graphique['forme'],
  n: number,
  x: number,
  y: number,
  libelle: string,
  wide: number,
): void {
  if (forme === 'courbe') {
    tracer(pdf, n, () => pdf.moveTo(x, y + 5).lineTo(x + 15, y + 5));
    marquer(pdf, n, x + 7.5, y + 5);
  } else {
    const swatch = { x, y, largeur: 14, hauteur: 10 };
    remplir(pdf, n, swatch, () => pdf.rect(x, y, 14, 10));
  }
  ecrire(pdf, libelle, LEGEND, { x: x + SWATCH, y, largeur: wide - SWATCH, lignes: 1 });
}
