import { useTranslation } from 'adminjs';
import React from 'react';
import type { Hearing } from './live.ts';
import { clock } from './numbers.ts';

/** As of when the figures are, and whether they will keep up by themselves. */
export function Freshness({ since, hearing, over }: { since?: string; hearing: Hearing; over: boolean }) {
  const { translateMessage } = useTranslation();
  const say = (key: string, blanks: Record<string, string> = {}) =>
    translateMessage(key, blanks as Record<string, unknown>);
  if (over)
    return (
      <p className="g-fraicheur g-coupee" role="alert">
        {say('sessionFinie')} <a href="/admin/connexion">{say('seReconnecter')}</a>
      </p>
    );
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
