import { gsm7 } from './gsm7.ts';

/** Characters of one screen. */
export const ECRAN_MAX = 160;
const CHOIX_MAX = 8;
const LIBELLE_MAX = 40;
/** What a header is left with beside a reason, and what it gets at the cost of choices. */
const ENTETE_MIN = 30;
const ENTETE_VOULU = 110;
const RAISON_MAX = 60;

interface Feuille {
  /** Why the last input was not taken. */
  raison?: string;
  entete: string | ((place: number) => string);
  libelles: readonly string[];
  debut: number;
  /** The lines under the choices: how to go on and back. */
  plus: string;
  retour: string;
}

interface Page {
  texte: string;
  /** How many of the choices, from `debut` on, are on it. */
  nombre: number;
}

const longueur = (text: string) => gsm7(text).length;

/** Cuts a text at a word so that a telephone shows at most so many characters of it. */
export function couper(text: string, most: number): string {
  if (longueur(text) <= most) return text;
  let cut = text;
  while (cut.length > 0 && longueur(cut) > most - 3) cut = [...cut].slice(0, -1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > cut.length / 2 ? atWord : cut).trimEnd()}...`;
}

/** One screen out of a header and numbered choices: as many as fit, and never more than a telephone shows. */
export function mettreEnPage({ raison, entete, libelles, debut, plus, retour }: Feuille): Page {
  const lignes = libelles.slice(debut).map((libelle, i) => `${i + 1}. ${couper(libelle, LIBELLE_MAX)}`);
  const dessous = (nombre: number) => [...lignes.slice(0, nombre), ...(nombre < lignes.length ? [plus] : []), retour];
  const place = (nombre: number) => ECRAN_MAX - longueur(['', ...dessous(nombre)].join('\n'));
  const voulu = Math.min(ENTETE_VOULU, longueur(tete(raison, entete, ECRAN_MAX)));
  let nombre = Math.min(lignes.length, CHOIX_MAX);
  while (nombre > 1 && place(nombre) < voulu) nombre -= 1;
  return { texte: [tete(raison, entete, place(nombre)), ...dessous(nombre)].join('\n'), nombre };
}

function tete(raison: string | undefined, entete: Feuille['entete'], place: number): string {
  const pourquoi = raison ? `${couper(raison, Math.min(RAISON_MAX, place - ENTETE_MIN))}\n` : '';
  const reste = place - longueur(pourquoi);
  return pourquoi + couper(typeof entete === 'string' ? entete : entete(reste), reste);
}
