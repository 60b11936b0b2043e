import type { Bureau, RapportOffert } from '../../screens/reports.ts';

/** Under which heading people look for a report. */
const headings: Readonly<Record<string, readonly string[]>> = {
  portefeuille: ['portefeuille', 'echeances', 'sinistres', 'clients'],
  encaissement: ['encaissements', 'agents'],
  commerce: ['opportunites', 'pipeline', 'projets', 'performances'],
};

/** The reports of a person under their headings, the empty ones left out; one without a heading comes last. */
export function underHeadings({ rapports }: Pick<Bureau, 'rapports'>): [heading: string, RapportOffert[]][] {
  const known = Object.values(headings).flat();
  const groups = Object.entries(headings).map(([heading, names]): [string, RapportOffert[]] => [
    heading,
    names.flatMap((name) => rapports.filter(({ nom }) => nom === name)),
  ]);
  const others: [string, RapportOffert[]] = ['autres', rapports.filter(({ nom }) => !known.includes(nom))];
  return [...groups, others].filter(([, members]) => members.length > 0);
}
