import { enTextes } from '../../../server/features/rapports/etats/enregistres/demande.ts';
import type { RapportEnregistre } from '../../../server/features/rapports/etats/enregistres/rapport-enregistre.ts';
import type { Filtre } from '../../../server/features/rapports/populations.ts';
import { addressed } from '../adapter/addressed.ts';

/** A saved report as a list of the API tells it. */
export type LigneEnregistree = Omit<RapportEnregistre, 'prochain_le' | 'dernier_le' | 'cree_le' | 'modifie_le'> & {
  utilisateur?: { id: number; libelle: string } | null;
  prochain_le: string | null;
  dernier_le: string | null;
};

/** A saved report on the screen: with the address that opens it, and what this person may do with it. */
export type Enregistre = LigneEnregistree & { reglages: string; actions: string[] };

const ofTheReport = ['periode', 'du', 'au', 'ordering'];

/** A filter of the API as the panel's lists and filters have it; a range is its two ends. */
export function filtreDeListe(filtre: Filtre): Record<string, string> {
  const split: Record<string, string> = {};
  const narrow = (name: string, value: string, first: boolean) => {
    const known = split[name];
    split[name] = known === undefined || (first ? value > known : value < known) ? value : known;
  };
  for (const [name, value] of Object.entries(filtre)) {
    const [field, lookup] = name.split('__');
    if (lookup === 'range') {
      const [from = '', to = ''] = value.split(',');
      if (from) narrow(`${field}__gte`, from, true);
      if (to) narrow(`${field}__lte`, to, false);
    } else if (split[name] !== undefined) narrow(name, value, lookup === 'gte');
    else split[name] = value;
  }
  const { search, ...told } = addressed(split);
  return search ? { ...told, recherche: search } : told;
}

/** What a saved report asks for, as the address of the screen says it. */
export function reglagesDe(row: Pick<RapportEnregistre, 'filtres' | 'colonnes' | 'grouper_par'>): [string, string][] {
  const filtres = Object.entries(enTextes(row.filtres));
  const isOwn = ([name]: [string, string]) => ofTheReport.includes(name);
  const filters = filtreDeListe(Object.fromEntries(filtres.filter((each) => !isOwn(each))));
  return [
    ...filtres.filter(isOwn),
    ...Object.entries(filters).map(([name, value]): [string, string] => [`filters.${name}`, value]),
    ...(row.grouper_par ? [['grouper_par', row.grouper_par] as [string, string]] : []),
    ...(row.colonnes.length > 0 ? [['colonnes', row.colonnes.join(',')] as [string, string]] : []),
  ];
}

export const enAdresse = (reglages: [string, string][]): string => new URLSearchParams(reglages).toString();
