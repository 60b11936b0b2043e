import { expect } from 'vitest';
import type { Standard } from './conversation.fixture.ts';

/** What is typed, and the screen that comes, line by line; the last one ends the session. */
export type Script = [saisie: string, ...lignes: string[]][];

export async function jouer(ici: Standard, telephone: string, script: Script) {
  const { composer, taper } = ici.appel(telephone);
  for (const [i, [saisie, ...lignes]] of script.entries()) {
    const { texte, fin } = i === 0 ? await composer() : await taper(saisie);
    expect(texte.split('\n'), `après « ${saisie} »`).toEqual(lignes);
    expect(fin, `après « ${saisie} »`).toBe(i === script.length - 1);
  }
}
