/** How values are written for people; the language is the page's. */
const locale = (): string => (document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR');

export const whole = (value: unknown): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(Number(value));

/** Whole francs: `700 000 FCFA`. */
export const francs = (value: unknown): string => `${whole(value)} FCFA`;

export const percent = (value: unknown): string =>
  `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(Number(value))} %`;

/** `2026-01-31` as `31/01/2026`, without passing through any time zone. */
export const day = (value: unknown): string => String(value).slice(0, 10).split('-').reverse().join('/');

/** A moment in the zone of the institution, whatever the clock of this computer. */
export function instant(value: unknown): string {
  const options = {
    timeZone: 'Africa/Brazzaville',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const at = new Date(String(value));
  return Number.isNaN(at.valueOf())
    ? String(value)
    : new Intl.DateTimeFormat(locale(), options).format(at).replace(',', '');
}

/** `+242061234567` as `+242 06 123 45 67`, `+237671234567` as `+237 6 71 23 45 67`. */
export function phone(value: unknown): string {
  const text = String(value);
  const congo = /^\+242(\d\d)(\d{3})(\d\d)(\d\d)$/.exec(text);
  if (congo) return ['+242', ...congo.slice(1)].join(' ');
  const cameroon = /^\+237(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  return cameroon ? ['+237', ...cameroon.slice(1)].join(' ') : text;
}

export function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A moment as the browser's own input of moments holds it, at this computer's clock. */
export function localInput(value: unknown): string {
  const at = new Date(String(value ?? ''));
  return Number.isNaN(at.valueOf())
    ? ''
    : new Date(at.valueOf() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
