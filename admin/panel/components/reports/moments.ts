const locale = (): string => (document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR');

/** `lundi`: 1 is Monday. */
export const weekday = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));

const isFrench = (): boolean => locale() === 'fr-FR';
/** The first of a month has a word of its own in French. */
const first = (text: string): string => (isFrench() ? text.replace(/(^| )1( |$)/, '$11er$2') : text);

/** `lundi 23 novembre 2026 à 07:00`, on the institution's clock. */
export const momentInWords = (moment: string): string =>
  first(
    new Intl.DateTimeFormat(locale(), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Africa/Brazzaville',
    }).format(new Date(moment)),
  );

export const hourInWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

type Say = (key: string, blanks: Record<string, unknown>) => string;

interface Planned {
  planification: string;
  jour: number | null;
  heure: number | null;
}

/** `Tous les lundis à 07:00`; undefined of what is not planned. */
export function rhythmInWords({ planification, jour, heure }: Planned, say: Say): string | undefined {
  if (planification === 'aucune' || heure === null) return undefined;
  const at = hourInWords(heure);
  if (planification === 'hebdomadaire') return say('chaqueSemaine', { jour: weekday(jour ?? 1), heure: at });
  if (planification !== 'mensuelle') return say('chaqueJour', { heure: at });
  return (jour ?? 1) > 30
    ? say('chaqueFinDeMois', { heure: at })
    : say('chaqueMois', { jour: first(String(jour)), heure: at });
}
