import type { Langue } from '../../../core/messages/messages.ts';
import { ecrire, ecrireLigne, mesurer } from '../ecrire.ts';
import { ENCRE } from '../feuille.ts';
import { abreger, ecrireValeur } from './echelle.ts';
import type { Graphique } from './graphique.ts';
import { remplir, type Surface } from './motifs.ts';

type Pdf = PDFKit.PDFDocument;

const MOST = 8;
const others = { fr: 'Autres', en: 'Others' };
const STYLE = { taille: 8.5 };

/** A ring of the first series’ parts, each named beside it with its value and its share of the whole. */
export function anneau(pdf: Pdf, surface: Surface, { series, unite }: Graphique, langue: Langue): void {
  const parts = largest(series[0]?.points.filter(({ valeur }) => valeur > 0) ?? [], langue);
  const total = parts.reduce((sum, { valeur }) => sum + valeur, 0);
  const radius = surface.hauteur / 2 - 8;
  const centre = { x: surface.x + radius + 12, y: surface.y + surface.hauteur / 2 };
  const box = { x: centre.x - radius, y: centre.y - radius, largeur: 2 * radius, hauteur: 2 * radius };
  let angle = -Math.PI / 2;
  for (const [n, { valeur }] of parts.entries()) {
    const end = angle + (2 * Math.PI * valeur) / total;
    const from = angle;
    remplir(pdf, n, box, () => ring(pdf, centre, radius, from, end));
    if (parts.length > 1) ring(pdf, centre, radius, from, end);
    pdf.lineWidth(1.2).strokeColor('#ffffff').stroke();
    angle = end;
  }
  const middle = { taille: 15, gras: true, couleur: ENCRE.marque };
  const inner = { x: centre.x - radius * 0.55, largeur: radius * 1.1, aligner: 'milieu' } as const;
  ecrireLigne(pdf, abreger(total, unite, langue), middle, { ...inner, y: centre.y - 12 });
  if (unite === 'francs') ecrireLigne(pdf, 'FCFA', { ...STYLE, couleur: ENCRE.pale }, { ...inner, y: centre.y + 6 });

  const left = centre.x + radius + 28;
  const right = surface.x + surface.largeur;
  for (const [n, { libelle, valeur }] of parts.entries()) {
    const y = centre.y - (parts.length * 18) / 2 + n * 18;
    remplir(pdf, n, { x: left, y, largeur: 14, hauteur: 11 }, () => pdf.rect(left, y, 14, 11));
    const said = `${ecrireValeur(valeur, unite, langue)} · ${share(valeur / total, langue)}`;
    const taken = mesurer(pdf, said, { ...STYLE, gras: true });
    ecrire(pdf, libelle, STYLE, { x: left + 20, y, largeur: right - left - taken - 28, lignes: 1 });
    ecrireLigne(pdf, said, { ...STYLE, gras: true }, { x: left, y, largeur: right - left, aligner: 'droite' });
  }
}

/** The largest parts; what is left is one part. */
function largest(points: readonly { libelle: string; valeur: number }[], langue: Langue) {
  if (points.length <= MOST) return points;
  const sorted = [...points].sort((a, b) => b.valeur - a.valeur);
  const rest = sorted.slice(MOST - 1).reduce((sum, { valeur }) => sum + valeur, 0);
  return [...sorted.slice(0, MOST - 1), { libelle: others[langue], valeur: rest }];
}

const share = (part: number, langue: Langue): string => ecrireValeur(part * 100, 'pourcent', langue);

function ring(pdf: Pdf, { x, y }: { x: number; y: number }, radius: number, from: number, to: number): void {
  const inner = radius * 0.58;
  // A whole turn ends where it begins, which an arc cannot tell from none.
  const end = Math.min(to, from + 2 * Math.PI - 0.0001);
  const large = end - from > Math.PI ? 1 : 0;
  const at = (r: number, angle: number) => `${x + r * Math.cos(angle)} ${y + r * Math.sin(angle)}`;
  pdf.path(
    `M ${at(radius, from)} A ${radius} ${radius} 0 ${large} 1 ${at(radius, end)} ` +
      `L ${at(inner, end)} A ${inner} ${inner} 0 ${large} 0 ${at(inner, from)} Z`,
  );
}
