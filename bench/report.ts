import type { Result } from './compare.ts';
import type { Growth } from './growth.ts';

/** How much longer a list may take at a million clients than at a thousand. */
const GROWTH_MAX = 4 / 3;

export const whole = (n: number) => Math.round(n).toLocaleString('fr');
const share = (n: number) => n.toLocaleString('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The results as lines of a table for a terminal. */
export function report(results: readonly Result[]): string[] {
  const rows = results.map(({ scenario, api, floor, counting, ratio, ratioCounting }) => [
    scenario.name,
    whole(api),
    whole(floor),
    share(ratio),
    counting === undefined ? '' : whole(counting),
    ratioCounting === undefined ? '' : share(ratioCounting),
    scenario.target === undefined
      ? ''
      : `≥ ${share(scenario.target)} : ${ratio >= scenario.target ? 'atteint' : 'MANQUÉ'}`,
  ]);
  return [
    ...table([
      ['réponses/s', 'API', 'plancher sans compte', 'rapport', 'plancher comptant', 'rapport', 'but'],
      ...rows,
    ]),
    '',
    'Plancher : node:http et pg, une requête préparée, JSON écrit par PostgreSQL, personne d’identifié, rien de vérifié.',
    'Sans compte : aucune ligne n’est comptée. Comptant : jusqu’à 10 001 lignes à chaque requête. Le but se juge sans compte.',
    'API : identifiée, droits et succursale vérifiés, compte exact jusqu’à 10 000, gardé 5 s tant que rien ne change.',
  ];
}

export function reportGrowth(sizes: readonly Growth[]): string[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  const grown = first && last ? last.list / first.list : Number.NaN;
  const rows = sizes.map(({ clients, list, counted }) => [whole(clients), `${share(list)} ms`, `${share(counted)} ms`]);
  return [
    ...table([['clients', 'une liste de 25', 'filtre jamais vu, compte refait'], ...rows]),
    `Croissance : × ${share(grown)}, but ≤ × ${share(GROWTH_MAX)} : ${grown <= GROWTH_MAX ? 'atteint' : 'MANQUÉ'}`,
  ];
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function table(rows: readonly string[][]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(cell.length, most[i] ?? 0)), []);
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   '),
  );
}
