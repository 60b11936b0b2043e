import { champInvalide } from '../../../../core/errors.ts';
import { type LigneReleve, lireReleve } from '../../../../integrations/mobile-money/releve.ts';
import type { Releve } from './releve.ts';

/** The lines of a statement that are its operator's. @throws 400 naming `contenu` when columns are missing */
export function lignesDe({ operateur, contenu }: Pick<Releve, 'operateur' | 'contenu'>): {
  lignes: LigneReleve[];
  illisibles: number;
} {
  const { lignes, illisibles } = read(contenu);
  return { lignes: lignes.filter((ligne) => ligne.operateur === operateur), illisibles: illisibles.length };
}

function read(contenu: string) {
  try {
    return lireReleve(contenu);
  } catch (error) {
    if (error instanceof TypeError) throw champInvalide('contenu', 'releve_illisible', { raison: error.message });
    throw error;
  }
}
