import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const borne = z.strictObject({ id: z.int().positive(), nom: z.string().min(1), succursale: z.string() });

/** A token as it is, or encrypted by the system's keyring. */
const schema = z.strictObject({
  serveur: z.url(),
  jeton: z.union([z.string().min(16), z.strictObject({ chiffre: z.base64().min(4) })]),
  borne,
});

export type Borne = z.output<typeof borne>;
export type Identite = z.output<typeof schema>;

/** The file that says who this terminal is. @param dossier its folder, which no other account enters */
export function ouvrirFichier(dossier: string, noter: (line: string) => void) {
  const fichier = path.join(dossier, 'identite.json');

  return {
    /** Undefined when the terminal was never enrolled; a file that is damaged is kept aside for who looks into it. */
    lire(): Identite | undefined {
      let text: string;
      try {
        text = readFileSync(fichier, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      chmodSync(fichier, 0o600);
      const read = schema.safeParse(json(text));
      if (read.success) return read.data;
      renameSync(fichier, `${fichier}.abime`);
      noter(`identité : ${fichier} est abîmé, mis de côté sous ${fichier}.abime ; la borne est à enrôler de nouveau`);
      return undefined;
    },

    /** Whole or not at all, also when the power goes. */
    ecrire(identite: Identite): void {
      mkdirSync(dossier, { recursive: true, mode: 0o700 });
      const neuf = `${fichier}.neuf`;
      rmSync(neuf, { force: true });
      const open = openSync(neuf, 'wx', 0o600);
      writeSync(open, `${JSON.stringify(identite)}\n`);
      fsyncSync(open);
      closeSync(open);
      renameSync(neuf, fichier);
    },

    effacer: () => rmSync(fichier, { force: true }),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
