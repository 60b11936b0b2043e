import type { Langue } from '../../core/messages/messages.ts';
import { ecrire } from './ecrire.ts';
import { unbroken } from './texte.ts';

type Pdf = PDFKit.PDFDocument;

export interface EnTete {
  /** Whose document it is. */
  institution: string;
  /** Where it is found: address, town, telephone; on up to three lines beneath its name. */
  coordonnees?: string;
  titre: string;
  /** Of the document, for the foot of every page. */
  numero: string;
  /** As it is to be read: `31/01/2026`. */
  date: string;
  langue: Langue;
}

export const MARGES = { top: 104, bottom: 64, left: 48, right: 48 };
export const ENCRE = { texte: '#1b2a30', pale: '#5b6b72', filet: '#c9d2d6', fond: '#eef2f3', marque: '#0d2b35' };
export const OR = '#e8b25c';

const words = {
  fr: { numero: 'N°', date: 'Édité le', page: 'Page' },
  en: { numero: 'No.', date: 'Issued on', page: 'Page' },
};

export const largeur = (pdf: Pdf): number => pdf.page.width - MARGES.left - MARGES.right;
export const bas = (pdf: Pdf): number => pdf.page.height - MARGES.bottom;

/** Begins a new page unless so many points are left on this one. */
export function place(pdf: Pdf, points: number): void {
  if (pdf.y + points > bas(pdf)) pdf.addPage();
}

/** Head and foot of every page, once it is known how many there are. */
export function habiller(pdf: Pdf, enTete: EnTete): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let n = 0; n < count; n++) {
    pdf.switchToPage(start + n);
    head(pdf, enTete);
    foot(pdf, enTete, `${n + 1} / ${count}`);
  }
}

function head(pdf: Pdf, { institution, coordonnees, titre }: EnTete): void {
  mark(pdf, MARGES.left, 36, 36);
  const half = largeur(pdf) / 2;
  const beside = { x: MARGES.left + 48, largeur: half - 48 };
  const name = { taille: 13, gras: true, couleur: ENCRE.marque };
  if (coordonnees) {
    ecrire(pdf, institution, name, { ...beside, y: 33, lignes: 1 });
    ecrire(pdf, coordonnees, { taille: 8, couleur: ENCRE.pale }, { ...beside, y: 50, lignes: 3 });
  } else ecrire(pdf, institution, name, { ...beside, y: 46, lignes: 2 });
  const right = { x: MARGES.left + half, y: 49, largeur: half, lignes: 2, aligner: 'droite' } as const;
  ecrire(pdf, titre, { taille: 10, couleur: ENCRE.pale }, right);
  line(pdf, 86);
}

function foot(pdf: Pdf, { numero, date, langue }: EnTete, page: string): void {
  const said = words[langue];
  const y = pdf.page.height - 44;
  const style = { taille: 8, couleur: ENCRE.pale };
  const beneath = { x: MARGES.left, y, largeur: largeur(pdf) };
  line(pdf, y - 8);
  ecrire(pdf, `${said.numero} ${numero} · ${said.date} ${date}`, style, { ...beneath, largeur: beneath.largeur - 96 });
  ecrire(pdf, unbroken(`${said.page} ${page}`), style, { ...beneath, aligner: 'droite' });
}

function line(pdf: Pdf, y: number): void {
  const right = pdf.page.width - MARGES.right;
  pdf.moveTo(MARGES.left, y).lineTo(right, y).lineWidth(0.5).strokeColor(ENCRE.filet).stroke();
}

/** The product’s mark, drawn: a counter beneath its arch. */
function mark(pdf: Pdf, x: number, y: number, size: number): void {
  pdf
    .save()
    .translate(x, y)
    .scale(size / 48);
  pdf.roundedRect(0, 0, 48, 48, 10).fill(ENCRE.marque);
  pdf.lineWidth(3.4).lineCap('round').lineJoin('round').strokeColor(OR);
  pdf.path('M12 38V21a12 12 0 0 1 24 0v17').stroke();
  pdf.path('M8 38h32').stroke();
  pdf.path('M18 30h12').stroke();
  pdf.circle(24, 22, 3.2).fill(OR);
  pdf.restore();
}
