import { aujourdhui, type Jour } from '../../core/jours.ts';

export const statuts = ['brouillon', 'programmee', 'en_ligne', 'passee', 'retiree'] as const;
export type Statut = (typeof statuts)[number];

interface Vie {
  debut: Jour;
  fin: Jour | null;
  publiee_le: Date | null;
  retiree_le: Date | null;
}

/** How an annonce stands on a day. */
export function statutDe({ debut, fin, publiee_le, retiree_le }: Vie, jour: Jour = aujourdhui()): Statut {
  if (retiree_le) return 'retiree';
  if (!publiee_le) return 'brouillon';
  if (jour < debut) return 'programmee';
  return fin && fin < jour ? 'passee' : 'en_ligne';
}

/** The same in SQL, over the table under an alias, in the order of `statuts`. */
export const conditions = (alias: string): Record<Statut, string> => {
  const publiee = `${alias}.publiee_le is not null and ${alias}.retiree_le is null`;
  return {
    brouillon: `${alias}.publiee_le is null`,
    programmee: `${publiee} and ${alias}.debut > date_metier()`,
    en_ligne: `${publiee} and ${alias}.debut <= date_metier() and (${alias}.fin is null or ${alias}.fin >= date_metier())`,
    passee: `${publiee} and ${alias}.fin < date_metier()`,
    retiree: `${alias}.retiree_le is not null`,
  };
};

/** The code of the one that holds, as SQL. */
export const statutSql = (alias: string): string =>
  `case ${Object.entries(conditions(alias))
    .map(([code, condition]) => `when ${condition} then '${code}'`)
    .join(' ')} end`;
