type Pdf = PDFKit.PDFDocument;

export interface Surface {
  x: number;
  y: number;
  largeur: number;
  hauteur: number;
}

const COULEURS = ['#0f6272', '#e8b25c', '#8c3f2b', '#6f8f3a', '#5a4e8c', '#0d2b35', '#c77d94', '#7d8a90'];
const STEP = 5;

type Trait = (pdf: Pdf, surface: Surface) => void;

/** Slanted lines from edge to edge: `sens` 1 upwards, -1 downwards. */
const slanted =
  (sens: 1 | -1): Trait =>
  (pdf, { x, y, largeur, hauteur }) => {
    for (let at = x - hauteur; at < x + largeur; at += STEP) {
      pdf.moveTo(at, sens === 1 ? y + hauteur : y).lineTo(at + hauteur, sens === 1 ? y : y + hauteur);
    }
    pdf.stroke();
  };
const level: Trait = (pdf, { x, y, largeur, hauteur }) => {
  for (let at = y + STEP / 2; at < y + hauteur; at += STEP) pdf.moveTo(x, at).lineTo(x + largeur, at);
  pdf.stroke();
};
const upright: Trait = (pdf, { x, y, largeur, hauteur }) => {
  for (let at = x + STEP / 2; at < x + largeur; at += STEP) pdf.moveTo(at, y).lineTo(at, y + hauteur);
  pdf.stroke();
};
const dots: Trait = (pdf, { x, y, largeur, hauteur }) => {
  for (let down = y + STEP / 2; down < y + hauteur; down += STEP) {
    for (let at = x + STEP / 2; at < x + largeur; at += STEP) pdf.circle(at, down, 0.9);
  }
  pdf.fill();
};
const crossed: Trait = (pdf, surface) => {
  slanted(1)(pdf, surface);
  slanted(-1)(pdf, surface);
};
const grid: Trait = (pdf, surface) => {
  level(pdf, surface);
  upright(pdf, surface);
};

const MOTIFS: (Trait | undefined)[] = [undefined, slanted(1), dots, level, slanted(-1), crossed, upright, grid];
/** A dash and the space after it; the first line is whole. */
const TIRETS: readonly (readonly [number, number] | undefined)[] = [
  undefined,
  ...([
    [6, 3],
    [2, 2],
    [10, 4],
    [4, 6],
    [1, 3],
    [12, 2],
    [3, 1],
  ] as const),
];

const couleur = (n: number): string => COULEURS[n % COULEURS.length] as string;

/** Fills a shape in the manner of series `n`: a colour and a hatching, so that nobody needs to tell colours apart. */
export function remplir(pdf: Pdf, n: number, surface: Surface, shape: () => void): void {
  shape();
  pdf.fill(couleur(n));
  const motif = MOTIFS[n % MOTIFS.length];
  if (!motif) return;
  pdf.save();
  shape();
  pdf.clip().lineWidth(0.9).strokeColor('#ffffff').fillColor('#ffffff');
  motif(pdf, surface);
  pdf.restore();
}

/** Strokes a path in the manner of series `n`: a colour and a dash. */
export function tracer(pdf: Pdf, n: number, path: () => void): void {
  const tiret = TIRETS[n % TIRETS.length];
  pdf.save().lineWidth(1.6).lineJoin('round').strokeColor(couleur(n));
  if (tiret) pdf.dash(tiret[0], { space: tiret[1] });
  path();
  pdf.stroke().restore();
}

/** The mark of series `n` at a point: circle, square, triangle or lozenge. */
export function marquer(pdf: Pdf, n: number, x: number, y: number): void {
  const r = 2.6;
  if (n % 4 === 0) pdf.circle(x, y, r);
  else if (n % 4 === 1) pdf.rect(x - r, y - r, 2 * r, 2 * r);
  else if (n % 4 === 2) pdf.polygon([x, y - r], [x + r, y + r], [x - r, y + r]);
  else pdf.polygon([x, y - r - 0.8], [x + r + 0.8, y], [x, y + r + 0.8], [x - r - 0.8, y]);
  pdf.lineWidth(0.7).fillAndStroke(couleur(n), '#ffffff');
}
