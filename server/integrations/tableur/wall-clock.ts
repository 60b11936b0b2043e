import { ZONE } from '../../core/jours.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** What the institution's clock showed at that moment, in milliseconds as if it were UTC; whole seconds. */
export function wallClock(at: Date): number {
  return Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);
}

/** `2026-11-21T04:05:06+01:00`: a moment as the institution's clock shows it. */
export function isoInZone(at: Date): string {
  const wall = wallClock(at);
  const minutes = Math.round((wall - at.valueOf()) / 60_000);
  const two = (part: number) => String(Math.trunc(part)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return new Date(wall).toISOString().slice(0, 19) + offset;
}
