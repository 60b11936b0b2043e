import { couper, ecrireLigne, hauteur, mesurer, type Style } from './ecrire.ts';
import { bas, ENCRE, largeur, MARGES } from './feuille.ts';
import { MONTANTE } from './polices.ts';
import { unbroken } from './texte.ts';

type Pdf = PDFKit.PDFDocument;

export interface Colonne {
  titre: string;
  /** Its share of the width, beside the others’. */
  part: number;
  /** Amounts stand to the right, on one line. */
  droite?: boolean;
}

export interface Tableau {
  colonnes: Colonne[];
  /** A cell for each column. */
  lignes: string[][];
  /** The last line, in bold; never alone on a page. */
  total?: string[];
  /** What is said where there is no line. */
  vide: string;
}

const SIZE = 8.5;
const PAD = { x: 4, y: 4 };
/** Lines of a cell; a longer text is cut with an ellipsis. */
const LINES_MAX = 6;

type Genre = 'titre' | 'ligne' | 'total';

/** How long drawing keeps the processor, in milliseconds, before whoever else waits has it. */
const PART_MS = 20;

/** Draws a table from where the document stands; each new page begins with its titles. */
export function tableau(pdf: Pdf, donnees: Tableau): void {
  const rows = dessiner(pdf, donnees);
  while (!rows.next().done);
}

/**
 * The same for one that may be long: the rest of the server goes on meanwhile.
 * @param tour since when the document has had the processor, in milliseconds
 */
export async function longTableau(pdf: Pdf, donnees: Tableau, tour: { depuis: number }): Promise<void> {
  const rows = dessiner(pdf, donnees);
  while (!rows.next().done) {
    if (performance.now() - tour.depuis < PART_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    tour.depuis = performance.now();
  }
}

/** Stops after each row. */
function* dessiner(pdf: Pdf, { colonnes, lignes, total, vide }: Tableau): Generator<void> {
  const parts = colonnes.reduce((sum, { part }) => sum + part, 0);
  const widths = colonnes.map(({ part }) => (part / parts) * largeur(pdf));
  const rows = lignes.length > 0 ? lignes : [[vide]];

  function laid(cells: string[], genre: Genre) {
    const texts = cells.map((cell, column) => {
      const figures = Boolean(colonnes[column]?.droite) && genre !== 'titre';
      const width = (cells.length === 1 ? largeur(pdf) : (widths[column] ?? 0)) - 2 * PAD.x;
      const usual = { taille: SIZE, gras: genre !== 'ligne' };
      const style = figures ? narrowed(pdf, unbroken(cell), { ...usual, colonne: true }, width) : usual;
      return {
        width,
        style,
        lines: cell === '' ? [] : couper(pdf, figures ? unbroken(cell) : cell, style, width, LINES_MAX),
      };
    });
    const height = hauteur({ taille: SIZE }, Math.max(1, ...texts.map(({ lines }) => lines.length))) + 2 * PAD.y;
    return { genre, texts, height };
  }

  function draw({ genre, texts, height }: ReturnType<typeof laid>): void {
    const top = pdf.y;
    if (genre !== 'ligne') pdf.rect(MARGES.left, top, largeur(pdf), height).fill(ENCRE.fond);
    let x = MARGES.left;
    for (const [column, { width, style, lines }] of texts.entries()) {
      const aligner = colonnes[column]?.droite ? 'droite' : 'gauche';
      for (const [n, line] of lines.entries()) {
        ecrireLigne(pdf, line, style, {
          x: x + PAD.x,
          y: top + PAD.y + hauteur(style, n) + (SIZE - style.taille) * MONTANTE,
          largeur: width,
          aligner,
        });
      }
      x += widths[column] ?? 0;
    }
    const end = top + height;
    pdf.moveTo(MARGES.left, end).lineTo(MARGES.left + largeur(pdf), end);
    pdf.lineWidth(0.5).strokeColor(ENCRE.filet).stroke();
    pdf.x = MARGES.left;
    pdf.y = end;
  }

  const titles = laid(
    colonnes.map(({ titre }) => titre),
    'titre',
  );
  const last = total && laid(total, 'total');
  for (const [index, cells] of rows.entries()) {
    const row = laid(cells, 'ligne');
    const needed = row.height + (index === rows.length - 1 ? (last?.height ?? 0) : 0);
    const first = index === 0 ? titles.height : 0;
    const full = pdf.y + first + needed > bas(pdf);
    if (full) pdf.addPage();
    if (full || index === 0) draw(titles);
    draw(row);
    yield;
  }
  if (last) draw(last);
}

/** An amount is never cut in two: where its column is too narrow it gets smaller letters. */
function narrowed(pdf: Pdf, cell: string, style: Style, width: number): Style {
  const taken = mesurer(pdf, cell, style);
  return taken <= width ? style : { ...style, taille: (style.taille * width) / taken };
}
