import { bas, ENCRE, largeur, MARGES } from './feuille.ts';
import { printable, unbroken } from './texte.ts';

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

type Style = 'titre' | 'ligne' | 'total';

/** Draws a table from where the document stands; each new page begins with its titles. */
export function tableau(pdf: Pdf, { colonnes, lignes, total, vide }: Tableau): void {
  const parts = colonnes.reduce((sum, { part }) => sum + part, 0);
  const widths = colonnes.map(({ part }) => (part / parts) * largeur(pdf));
  const titles = colonnes.map(({ titre }) => titre);
  const rows = lignes.length > 0 ? lignes : [[vide]];

  const use = (style: Style) =>
    pdf
      .font(style === 'ligne' ? 'Helvetica' : 'Helvetica-Bold')
      .fontSize(SIZE)
      .fillColor(ENCRE.texte);
  const textOf = (cell: string, column: number, style: Style) =>
    colonnes[column]?.droite && style !== 'titre' ? unbroken(cell) : printable(cell);
  const widthOf = (cells: string[], column: number) =>
    (cells.length === 1 ? largeur(pdf) : (widths[column] ?? 0)) - 2 * PAD.x;

  function heightOf(cells: string[], style: Style): number {
    use(style);
    const most = LINES_MAX * pdf.currentLineHeight(true);
    const heights = cells.map((cell, column) =>
      pdf.heightOfString(textOf(cell, column, style), { width: widthOf(cells, column) }),
    );
    return Math.min(most, Math.max(...heights)) + 2 * PAD.y;
  }

  function draw(cells: string[], style: Style): void {
    const height = heightOf(cells, style);
    const { y } = pdf;
    if (style !== 'ligne') pdf.rect(MARGES.left, y, largeur(pdf), height).fill(ENCRE.fond);
    use(style);
    let x = MARGES.left;
    for (const [column, cell] of cells.entries()) {
      const align = colonnes[column]?.droite ? 'right' : 'left';
      const box = { width: widthOf(cells, column), height: height - 2 * PAD.y + 1, ellipsis: true, align } as const;
      if (cell !== '') pdf.text(textOf(cell, column, style), x + PAD.x, y + PAD.y, box);
      x += widths[column] ?? 0;
    }
    const end = y + height;
    pdf.moveTo(MARGES.left, end).lineTo(MARGES.left + largeur(pdf), end);
    pdf.lineWidth(0.5).strokeColor(ENCRE.filet).stroke();
    pdf.x = MARGES.left;
    pdf.y = end;
  }

  const last = total ? heightOf(total, 'total') : 0;
  const needed = (cells: string[], index: number) => heightOf(cells, 'ligne') + (index === rows.length - 1 ? last : 0);
  if (pdf.y + heightOf(titles, 'titre') + needed(rows[0] ?? [], 0) > bas(pdf)) pdf.addPage();
  draw(titles, 'titre');
  for (const [index, cells] of rows.entries()) {
    if (pdf.y + needed(cells, index) > bas(pdf)) {
      pdf.addPage();
      draw(titles, 'titre');
    }
    draw(cells, 'ligne');
  }
  if (total) draw(total, 'total');
}
