import type { Langue } from '../../../core/messages/messages.ts';
import { couper, ecrireLigne, hauteur, mesurer } from '../ecrire.ts';
import { ENCRE } from '../feuille.ts';
import { abreger, graduations } from './echelle.ts';
import type { Graphique } from './graphique.ts';
import type { Surface } from './motifs.ts';

type Pdf = PDFKit.PDFDocument;

/** Where points and values lie on the sheet. */
export interface Plan {
  /** The width of a point’s place. */
  pas: number;
  /** The middle of the place of point `n`. */
  milieu(n: number): number;
  /** The height of a value, from the top of the page. */
  hauteur(valeur: number): number;
}

const STYLE = { taille: 7.5, couleur: ENCRE.pale };
/** Room for the names, and above them for what a bar below zero says. */
const BELOW = 26;
const UNDER = 10;
const ABOVE = 10;

/** Draws the axis of values with its lines, and the points’ names beneath. */
export function axes(pdf: Pdf, { x, y, largeur, hauteur: high }: Surface, donnees: Graphique, langue: Langue): Plan {
  const { series, unite, forme } = donnees;
  const ticks = graduations(extremes(donnees), unite);
  const said = ticks.map((tick) => abreger(tick, unite, langue));
  const left = Math.max(...said.map((text) => mesurer(pdf, text, STYLE))) + 6;
  const [low, top] = [ticks[0] as number, ticks.at(-1) as number];
  const span = high - BELOW - ABOVE - (low < 0 ? UNDER : 0);
  const at = (valeur: number) => y + ABOVE + (span * (top - valeur)) / (top - low);
  for (const [n, tick] of ticks.entries()) {
    const level = at(tick);
    pdf.moveTo(x + left, level).lineTo(x + largeur, level);
    pdf
      .lineWidth(tick === 0 ? 0.9 : 0.4)
      .strokeColor(tick === 0 ? ENCRE.pale : ENCRE.filet)
      .stroke();
    const box = { x, y: level - hauteur(STYLE) / 2, largeur: left - 6, aligner: 'droite' } as const;
    ecrireLigne(pdf, said[n] ?? '', STYLE, box);
  }
  if (unite === 'francs') ecrireLigne(pdf, 'FCFA', STYLE, { x, y: y - 4, largeur: left });
  const names = series[0]?.points.map(({ libelle }) => libelle) ?? [];
  const pas = (largeur - left) / names.length;
  const milieu = (n: number) => x + left + pas * (n + 0.5);
  const widest = Math.max(...names.map((name) => mesurer(pdf, name, STYLE)));
  const each = Math.max(1, Math.ceil(Math.min(widest + 6, forme === 'courbe' ? 60 : 44) / pas));
  for (const [n, name] of names.entries()) {
    if (n % each !== 0) continue;
    const box = { x: milieu(n) - (pas * each) / 2 + 1, largeur: pas * each - 2, aligner: 'milieu' } as const;
    for (const [line, text] of couper(pdf, name, STYLE, box.largeur, 2).entries()) {
      ecrireLigne(pdf, text, STYLE, { ...box, y: y + high - BELOW + 5 + hauteur(STYLE, line) });
    }
  }
  return { pas, milieu, hauteur: at };
}

/** All that the axis must reach: values, or what they pile up to. */
function extremes({ series, forme }: Graphique): number[] {
  if (forme !== 'piles') return series.flatMap(({ points }) => points.map(({ valeur }) => valeur));
  return (series[0]?.points ?? []).flatMap((_, n) => {
    const values = series.map(({ points }) => points[n]?.valeur ?? 0);
    const sum = (sign: 1 | -1) => values.filter((each) => each * sign > 0).reduce((total, each) => total + each, 0);
    return [sum(1), sum(-1)];
  });
}
