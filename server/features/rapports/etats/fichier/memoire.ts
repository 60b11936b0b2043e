import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Rows between two times that memory is given back. */
const EVERY = 20_000;

let collect: (() => void) | undefined;

/**
 * Gives back what was written and is of no more use. Left alone, the engine lets it grow to several times what a file
 * stands on before it looks, and the whole server with it; asked now and then, it takes some hundredths of a second.
 */
export function rendreMemoire() {
  let since = 0;
  return (lignes: number): void => {
    since += lignes;
    if (since < EVERY) return;
    since = 0;
    setFlagsFromString('--expose-gc');
    collect ??= runInNewContext('gc') as () => void;
    collect();
  };
}
