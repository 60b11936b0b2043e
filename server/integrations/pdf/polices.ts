import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codePoints, unpacked } from './sfnt.ts';

type Pdf = PDFKit.PDFDocument;

/** A stretch of text that one font prints. */
export interface Suite {
  texte: string;
  /** The name under which the document knows the font. */
  police: string;
  /** What its size is multiplied by, so that its letters are as tall as the others. */
  echelle: number;
}

/** Of the house’s font, in shares of its size. */
export const MONTANTE = 0.95;
export const HAUTEUR_DE_LIGNE = 1.2;

interface Fichier {
  police: string;
  echelle: number;
  donnees: Buffer;
  signes: Set<number>;
}

const require = createRequire(import.meta.url);

function read(police: string, packed: string, echelle = 1): Fichier {
  const donnees = unpacked(readFileSync(packed));
  return { police, echelle, donnees, signes: codePoints(donnees) };
}

/** Figtree, in the two files in which it comes; DejaVu Sans for the words that it cannot write. */
const load = () => ({
  maigre: [
    read('maigre', require.resolve('@fontsource/figtree/files/figtree-latin-400-normal.woff')),
    read('maigre-ext', require.resolve('@fontsource/figtree/files/figtree-latin-ext-400-normal.woff')),
    read('maigre-secours', require.resolve('@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff'), 0.9),
  ],
  gras: [
    read('gras', require.resolve('@fontsource/figtree/files/figtree-latin-700-normal.woff')),
    read('gras-ext', require.resolve('@fontsource/figtree/files/figtree-latin-ext-700-normal.woff')),
    read('gras-secours', require.resolve('@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff'), 0.9),
  ],
});
let loaded: ReturnType<typeof load> | undefined;
const polices = () => {
  loaded ??= load();
  return loaded;
};

/** Makes the fonts known to a document; it keeps of each only the letters that it prints. */
export function inscrirePolices(pdf: Pdf): void {
  for (const { police, donnees } of Object.values(polices()).flat()) pdf.registerFont(police, donnees);
}

/** Whether a character can be printed at all. */
export const imprimable = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return polices().maigre.some(({ signes }) => signes.has(code));
};

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** A text as stretches of one font each. A word that the house’s font cannot write whole is left to the other one. */
export function suites(texte: string, gras = false): Suite[] {
  const files = polices()[gras ? 'gras' : 'maigre'];
  const other = files.at(-1) as Fichier;
  const found: Suite[] = [];
  const add = (piece: string, { police, echelle }: Fichier) => {
    const last = found.at(-1);
    if (last?.police === police) last.texte += piece;
    else found.push({ texte: piece, police, echelle });
  };
  const holds = (file: Fichier, piece: string) => [...piece].every((each) => file.signes.has(each.codePointAt(0) ?? 0));
  const usual = files[0] as Fichier;
  if (holds(usual, texte)) return [{ texte, police: usual.police, echelle: usual.echelle }];
  for (const word of texte.match(/\s+|\S+/g) ?? []) {
    const pieces = holds(usual, word) ? [word] : [...letters.segment(word)].map(({ segment }) => segment);
    const each = pieces.map((piece) => files.find((file) => holds(file, piece)) ?? other);
    if (each.includes(other)) add(word, other);
    else for (const [n, piece] of pieces.entries()) add(piece, each[n] as Fichier);
  }
  return found;
}
