import type { Unite } from '../../../../server/features/rapports/chiffres/types.ts';
import { francs, percent, whole } from '../shared/format.ts';

const writes: Record<Unite, (value: number) => string> = { nombre: whole, francs, pourcent: percent };

/** A number as people read it, in its unit, never broken across lines. */
export const written = (unite: Unite, value: number): string => writes[unite](value).replaceAll(' ', ' ');

/** `1,2 M`: what fits beside an axis. */
export const short = (value: number): string =>
  new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value);

/** `+ 12`, `− 4`: what comes and goes. */
export const signed = (value: number): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'} ${whole(Math.abs(value))}`;

/** `14:32:05` in the zone of the institution. */
export const clock = (moment: string): string =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Africa/Brazzaville',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(moment));

/** `+ 12 %` against what was before; nothing to say against nothing. */
export const against = (now: number, before: number): string | undefined => {
  if (before <= 0) return undefined;
  const change = Math.round((100 * (now - before)) / before);
  return change === 0 ? '=' : `${change > 0 ? '▲ +' : '▼ −'} ${whole(Math.abs(change))} %`;
};
