import { useTranslation } from 'adminjs';
import { useEffect, useState } from 'react';
import type { Apercu } from '../../screens/reports.ts';
import { ask, sentence } from './ask.ts';

/** Whoever types is not asked after at each letter. */
const CALM_MS = 300;

/** A report as it was last answered, and whether another answer is under way. */
export interface Shown {
  apercu?: Apercu;
  erreur?: string;
  busy: boolean;
}

export function usePreview(nom: string, query: string): Shown {
  const { translateMessage } = useTranslation();
  const [shown, show] = useState<Shown>({ busy: true });
  useEffect(() => {
    const control = new AbortController();
    show((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () =>
        ask<Apercu>(`rapports/${nom}?${query}`, { signal: control.signal })
          .then((apercu) => show({ apercu, busy: false }))
          .catch((error: unknown) => {
            if (control.signal.aborted) return;
            const erreur = sentence(error, translateMessage('echecChargement'));
            show(({ apercu }) => ({ apercu, erreur, busy: false }));
          }),
      shown.apercu ? CALM_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [nom, query]);
  return shown;
}
