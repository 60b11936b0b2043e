import { useTranslation } from 'adminjs';
import React from 'react';
import type { Hearing } from './live.ts';
import { clock } from './numbers.ts';

/** In the place of figures that are nobody's any more. */
export function SessionOver() {
  const { translateMessage } = useTranslation();
  return (
    <p className="g-carte" role="alert">
      {translateMessage('sessionFinie')} <a href="/admin/connexion">{translateMessage('seReconnecter')}</a>
    </p>
  );
}

/** As of when the figures are, and whether they will keep up by themselves. */
export function Freshness({ since, hearing }: { since?: string; hearing: Hearing }) {
  const { translateMessage } = useTranslation();
  const say = (key: string, blanks: Record<string, string> = {}) =>
    translateMessage(key, blanks as Record<string, unknown>);
  return (
    <p className={`g-fraicheur g-${hearing.state}`}>
      <i aria-hidden="true" />
      {since && say('chiffresDe', { heure: clock(since) })}
      <span role="status">
        {hearing.state === 'coupee' ? say('coupee', { secondes: String(hearing.seconds) }) : say(hearing.state)}
      </span>
    </p>
  );
}
