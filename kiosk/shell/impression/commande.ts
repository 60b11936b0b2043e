import { execFile } from 'node:child_process';

/** How a program of CUPS ended. `absente`: it is not installed. `muette`: it did not answer in time and was ended. */
export type Sortie =
  | { issue: 'ok' | 'refus'; texte: string; erreur: string }
  | { issue: 'absente' }
  | { issue: 'muette' };

export interface Commandes {
  /** Where `lp`, `lpstat` and `cancel` are looked for; a PATH. */
  chemin: string;
  /** Milliseconds that one of them may take. */
  patience: number;
}

/**
 * Runs one program without a shell. It gets nothing of our environment: CUPS's own settings there could send a
 * document to another machine, and a language could change the words that are read.
 */
export function executer({ chemin, patience }: Commandes, nom: string, args: readonly string[]): Promise<Sortie> {
  const env = { PATH: chemin, LC_ALL: 'C' };
  return new Promise((resolve) => {
    const ended = (error: Error | null, texte: string, erreur: string) => {
      const { code, killed } = (error ?? {}) as { code?: string | number; killed?: boolean };
      if (code === 'ENOENT' || code === 'EACCES') return resolve({ issue: 'absente' });
      if (killed) return resolve({ issue: 'muette' });
      resolve({ issue: error ? 'refus' : 'ok', texte, erreur });
    };
    const child = execFile(nom, args, { env, timeout: patience, killSignal: 'SIGKILL', shell: false }, ended);
    child.stdin?.end();
  });
}
