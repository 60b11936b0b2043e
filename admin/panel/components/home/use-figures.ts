import { useCallback, useEffect, useRef, useState } from 'react';
import type { Chiffre } from '../../../../server/features/rapports/chiffres/types.ts';
import type { Figures } from '../../figures.ts';
import { type Hearing, listen } from './live.ts';

/** A figure as far as it is known: its numbers, why it could not be had, and whether it has just changed. */
export interface Known {
  chiffre?: Chiffre;
  erreur?: string;
  changed?: boolean;
  /** Another view of it is under way; these are the numbers of the one before. */
  busy?: boolean;
}

const SHOWN_MS = 2500;

class SessionOver extends Error {}

async function ask(noms: string[], asked: string, signal: AbortSignal, unattended: boolean): Promise<Figures> {
  const headers: HeadersInit = unattended ? { 'x-guichet-veille': '1' } : {};
  const answer = await fetch(`/admin/api/chiffres/${noms.join(',')}?${asked}`, { signal, headers, redirect: 'manual' });
  if (answer.type === 'opaqueredirect') throw new SessionOver();
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.message);
  return told;
}

const numbersOf = (chiffre: Chiffre) => JSON.stringify([chiffre.total, chiffre.nombre, chiffre.series, chiffre.lignes]);

const every = (all: Record<string, Known>, more: Partial<Known>) =>
  Object.fromEntries(Object.entries(all).map(([nom, each]) => [nom, { ...each, ...more }]));

/**
 * The figures of a view, asked for in these groups, and asked for anew when they change. What stood stays until the
 * new numbers are there.
 */
export function useFigures(groups: string[][], asked: string, failed: string) {
  const [known, setKnown] = useState<Record<string, Known>>({});
  const [hearing, setHearing] = useState<Hearing>({ state: 'en_direct' });
  const now = useRef({ asked, control: new AbortController() });
  const names = groups.flat();

  const load = useCallback(
    async (noms: string[], unattended: boolean) => {
      if (noms.length === 0) return;
      const { asked: view, control } = now.current;
      const put = (of: (nom: string, before: Known) => Known) =>
        setKnown((all) => ({ ...all, ...Object.fromEntries(noms.map((nom) => [nom, of(nom, all[nom] ?? {})])) }));
      try {
        const { chiffres, erreurs } = await ask(noms, view, control.signal, unattended);
        put((nom, before) => {
          const chiffre = chiffres[nom];
          if (!chiffre) return { erreur: erreurs[nom] ?? failed };
          const changed =
            unattended && before.chiffre !== undefined && numbersOf(before.chiffre) !== numbersOf(chiffre);
          return { chiffre, changed };
        });
        if (unattended)
          setTimeout(
            () =>
              setKnown((all) =>
                Object.fromEntries(Object.entries(all).map(([nom, each]) => [nom, { ...each, changed: false }])),
              ),
            SHOWN_MS,
          );
      } catch (error) {
        if (control.signal.aborted) return;
        if (error instanceof SessionOver) return setHearing({ state: 'finie' });
        // What was known is still true of its moment: only what was asked for by hand says that it failed.
        put((_, before) => (before.chiffre && unattended ? before : { erreur: (error as Error).message || failed }));
      }
    },
    [failed],
  );

  useEffect(() => {
    now.current.control.abort();
    now.current = { asked, control: new AbortController() };
    setKnown((all) => every(all, { busy: true }));
    for (const group of groups) void load(group, false);
  }, [asked, names.join()]);

  useEffect(
    () =>
      listen({
        onChange: (noms) =>
          void load(
            noms.filter((nom) => names.includes(nom)),
            true,
          ),
        onAgain: () => {
          for (const group of groups) void load(group, true);
        },
        onHearing: setHearing,
      }),
    [names.join()],
  );

  return { known, hearing, retry: (nom: string) => void load([nom], false) };
}

export type UsedFigures = ReturnType<typeof useFigures>;
