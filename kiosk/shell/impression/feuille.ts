import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What every PDF begins with. */
const PDF = Buffer.from('%PDF-');

export const estPdf = (document: Uint8Array) => PDF.equals(document.subarray(0, PDF.length));

/**
 * The only place where a document of a client touches a disk: a folder that our account alone enters, below one that
 * the machine forgets (`/run`). What a fall left in it is removed first.
 * @param execution the folder of what lives as long as we run
 */
export function ouvrirFeuilles(execution: string) {
  const dossier = path.join(execution, 'guichet-impression');
  rmSync(dossier, { recursive: true, force: true });
  mkdirSync(dossier, { recursive: true, mode: 0o700 });
  // Where the umask or an older folder says otherwise.
  chmodSync(dossier, 0o700);

  return {
    dossier,
    /** Has a document as a file while `work` runs; it is gone afterwards, whatever happened. */
    async avec<T>(document: Uint8Array, work: (fichier: string) => Promise<T>): Promise<T> {
      const fichier = path.join(dossier, `${randomUUID()}.pdf`);
      try {
        await writeFile(fichier, document, { mode: 0o600, flag: 'wx' });
        return await work(fichier);
      } finally {
        await rm(fichier, { force: true });
      }
    },
  };
}
