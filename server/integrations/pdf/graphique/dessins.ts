import type { Langue } from '../../../core/messages/messages.ts';
import { ecrireLigne, hauteur, mesurer } from '../ecrire.ts';
import type { Plan } from './axes.ts';
import { abreger } from './echelle.ts';
import type { Graphique } from './graphique.ts';
import { marquer, remplir, tracer } from './motifs.ts';

type Pdf = PDFKit.PDFDocument;

const FIGURE = { taille: 7, gras: true };

/** Bars beside each other, or on top of each other; each says its value where there is room. */
export function barres(pdf: Pdf, { pas, milieu, hauteur: at }: Plan, donnees: Graphique, langue: Langue): void {
  const { series, forme, unite } = donnees;
  const beside = forme === 'barres' ? series.length : 1;
  const wide = Math.min(34, (pas * 0.72) / beside);
  for (const [point, _] of (series[0]?.points ?? []).entries()) {
    const piled = { up: 0, down: 0 };
    for (const [n, { points }] of series.entries()) {
      const valeur = points[point]?.valeur ?? 0;
      if (valeur === 0) continue;
      const side = valeur > 0 ? 'up' : 'down';
      const base = forme === 'piles' ? piled[side] : 0;
      piled[side] += valeur;
      const x = milieu(point) + (forme === 'piles' ? -wide / 2 : (n - beside / 2) * wide);
      const top = Math.min(at(base), at(base + valeur));
      const high = Math.max(0.5, Math.abs(at(base) - at(base + valeur)));
      const gap = beside > 1 ? 1 : 0;
      remplir(pdf, n, { x, y: top, largeur: wide - gap, hauteur: high }, () => pdf.rect(x, top, wide - gap, high));
      const said = abreger(valeur, unite, langue);
      if (forme === 'barres' && mesurer(pdf, said, FIGURE) <= Math.max(wide, beside === 1 ? pas - 2 : 0)) {
        const y = valeur > 0 ? top - hauteur(FIGURE) - 0.5 : top + high + 1;
        const middle = x + (wide - gap) / 2;
        ecrireLigne(pdf, said, FIGURE, { x: middle - pas / 2, y, largeur: pas, aligner: 'milieu' });
      }
    }
  }
}

/** A line through the values of each series, marked at its points where they are not too many. */
export function courbes(pdf: Pdf, { pas, milieu, hauteur: at }: Plan, { series }: Graphique): void {
  for (const [n, { points }] of series.entries()) {
    tracer(pdf, n, () => {
      for (const [point, { valeur }] of points.entries()) {
        if (point === 0) pdf.moveTo(milieu(point), at(valeur));
        else pdf.lineTo(milieu(point), at(valeur));
      }
    });
    const each = Math.max(1, Math.ceil(9 / pas));
    for (const [point, { valeur }] of points.entries()) {
      if (point % each === 0) marquer(pdf, n, milieu(point), at(valeur));
    }
  }
}
