import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BenchDatabase } from './database.ts';

/** One file: its rows, its bytes, how long it took, and the memory before and at most, in bytes. */
export interface Ecrit {
  format: string;
  lignes: number;
  octets: number;
  secondes: number;
  avant: number;
  rss: number;
}

const WHO = 'siege@guichet.test';
const RSS_MAX = 300 * 1024 * 1024;

/** Writes the report of all clients in each format, each in a process of its own. */
export async function exportsOver({ env }: BenchDatabase): Promise<Ecrit[]> {
  const written: Ecrit[] = [];
  for (const format of ['csv', 'xlsx', 'pdf']) {
    const child = fork(new URL('export-child.ts', import.meta.url), [format, WHO], {
      env: { ...process.env, ...env },
      execArgv: ['--import', 'tsx'],
    });
    const ended = once(child, 'exit');
    const [told] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => Promise.reject(new Error(`${format} ended with ${code}`))),
    ]);
    written.push(told as Ecrit);
    await ended;
  }
  return written;
}

/** Whether a file stood on more memory than a server has to spare; one on paper has a bounded number of rows anyway. */
export const tooMuch = ({ format, rss }: Ecrit): boolean => format !== 'pdf' && rss > RSS_MAX;

const mo = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} Mo`;

export const reportExports = (written: readonly Ecrit[]): string[] =>
  written.map((each) => {
    const { format, lignes, octets, secondes, avant, rss } = each;
    const memory = `mémoire ${mo(avant)} → ${mo(rss)} au plus${tooMuch(each) ? `, au-delà de ${mo(RSS_MAX)}` : ''}`;
    return `${format.padEnd(5)} ${lignes.toLocaleString('fr')} lignes lues, ${mo(octets)}, ${secondes.toFixed(1)} s, ${memory}`;
  });
