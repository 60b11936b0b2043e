import { type Jour, plusJours, plusMois } from '../../../../server/core/jours.ts';

/** The spans that people look over; the first is the usual one. */
export const periods = ['mois', 'mois_dernier', 'trimestre', 'annee', 'douze_mois', 'libre'] as const;
export type Period = (typeof periods)[number];

export interface View {
  period: Period;
  du: Jour;
  au: Jour;
  /** One succursale alone; absent for all within reach. */
  succursale?: string;
}

const monthOf = (jour: Jour): Jour => `${jour.slice(0, 7)}-01`;

const quarterOf = (jour: Jour): Jour => {
  const month = Number(jour.slice(5, 7));
  return `${jour.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
};

const spans: Record<Exclude<Period, 'libre'>, (today: Jour) => [Jour, Jour]> = {
  mois: (today) => [monthOf(today), today],
  mois_dernier: (today) => [plusMois(monthOf(today), -1), plusJours(monthOf(today), -1)],
  trimestre: (today) => [quarterOf(today), today],
  annee: (today) => [`${today.slice(0, 4)}-01-01`, today],
  douze_mois: (today) => [plusJours(plusMois(today, -12), 1), today],
};

const isDay = (text: string | null): text is Jour =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(new Date(`${text}T00:00:00Z`).valueOf());

/** What an address says to look at: `?periode=annee`, `?du=2026-01-01&au=2026-03-31`, `&succursale_id=3`. */
export function viewIn(address: URLSearchParams, today: Jour, succursales: readonly { id: number }[]): View {
  const [du, au] = [address.get('du'), address.get('au')];
  const wanted = address.get('succursale_id');
  const succursale = succursales.some(({ id }) => String(id) === wanted) ? { succursale: wanted as string } : {};
  if (isDay(du) && isDay(au)) return { period: 'libre', du, au, ...succursale };
  const named = address.get('periode');
  const period = named && Object.hasOwn(spans, named) ? (named as keyof typeof spans) : 'mois';
  const [from, to] = spans[period](today);
  return { period, du: from, au: to, ...succursale };
}

/** The address of a view, and the figures' own words for it. */
export function addressOf({ period, du, au, succursale }: View): Record<string, string> {
  const days: Record<string, string> = period === 'libre' ? { du, au } : period === 'mois' ? {} : { periode: period };
  return { ...days, ...(succursale ? { succursale_id: succursale } : {}) };
}

export const askedBy = ({ du, au, succursale }: View): string =>
  new URLSearchParams({ du, au, ...(succursale ? { succursale_id: succursale } : {}) }).toString();
