import type { TypeDocument } from './document.ts';
import { fichierRefuse } from './refus.ts';

/** The header that carries it, percent-encoded. */
export const NOM_FICHIER = 'X-Nom-Fichier';

/** Characters before the ending. */
const LONGUEUR_MAX = 100;
const endings: Record<TypeDocument, string> = { jpeg: '.jpg', pdf: '.pdf' };

/** Paths, controls, and what makes a name read backwards. */
const treacherous = /[/\\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** As its sender wrote it in the header; undefined when they did not. @throws 400 */
export function nomDonne(header: string | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  const name = decoded(header)?.normalize('NFC');
  if (name === undefined || treacherous.test(name) || !name.isWellFormed())
    throw fichierRefuse(400, 'document_nom', {}, NOM_FICHIER);
  return name;
}

/** The name that a document is kept under: without what is not seen, with the ending of what it is. */
export function nomGarde(given: string | undefined, type: TypeDocument): string {
  const ending = endings[type];
  const stem = (given ?? '')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const kept = [...stem].slice(0, LONGUEUR_MAX).join('').trim();
  return (kept || (type === 'pdf' ? 'document' : 'photo')) + ending;
}

function decoded(header: string): string | undefined {
  if (!/^[\x20-\x7e]{1,1000}$/.test(header)) return undefined;
  try {
    return decodeURIComponent(header);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
