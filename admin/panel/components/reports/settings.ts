/** What is asked of a report, as its address says it: the period, `filters.…`, `grouper_par`, `colonnes`. */
export type Settings = Readonly<Record<string, string>>;

/** What the address of the screen says beside the settings. */
const beside = ['rapport', 'enregistre', 'modifier', 'export'];

export const settingsIn = (address: URLSearchParams): Settings =>
  Object.fromEntries([...address].filter(([name, value]) => !beside.includes(name) && value !== ''));

/** The settings of an address changed; what is emptied goes. */
export function changed(address: URLSearchParams, change: Readonly<Record<string, string | undefined>>) {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const queryOf = (settings: Settings): string => new URLSearchParams(settings).toString();

const FILTER = 'filters.';

/** The filters among the settings, as the filters of a list have them. */
export const filtersOf = (settings: Settings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      name.startsWith(FILTER) ? [[name.slice(FILTER.length), value]] : [],
    ),
  );

export const filterName = (name: string): string => FILTER + name;

/** The address of a report with settings. */
export const reportAt = (rapport: string, reglages = '', more: Readonly<Record<string, string>> = {}): string => {
  const rest = new URLSearchParams(reglages);
  return `/admin/pages/rapports?${new URLSearchParams([['rapport', rapport], ...Object.entries(more), ...rest])}`;
};

export const EXPORTS = '/admin/pages/rapports#exports';
