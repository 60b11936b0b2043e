import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { useSession } from '../../session/session.tsx';
import type { Photo } from './prepare.ts';

/** Where one file stands. `part` from 0 to 1, as it has really left. */
export type Envoi =
  | { at: 'attend' }
  | { at: 'part'; part: number }
  | { at: 'envoye' }
  | { at: 'echoue'; problem: Problem };

/**
 * Sends files for a sinistre that is declared already, one after the other. Each has one key: sent again after a lost
 * answer it is kept once. What fails waits for whoever is there to try it again.
 */
export function useEnvoi(police: string, numero: string, photos: readonly Photo[]) {
  const { api } = useSession();
  const queries = useQueryClient();
  const [envois, setEnvois] = useState<Readonly<Record<string, Envoi>>>({});
  const queue = useRef<Photo[]>([]);
  const running = useRef(false);
  const gone = useRef(false);
  const path = `/contrats/${encodeURIComponent(police)}/sinistres/${encodeURIComponent(numero)}/documents`;

  const note = (id: string, envoi: Envoi) => {
    if (!gone.current) setEnvois((before) => ({ ...before, [id]: envoi }));
  };

  async function send({ id, nom, file }: Photo) {
    if (!navigator.onLine) return note(id, { at: 'echoue', problem: new Problem(0, 'hors_ligne', '') });
    note(id, { at: 'part', part: 0 });
    try {
      await api.send('POST', path, {
        file,
        headers: { 'x-nom-fichier': encodeURIComponent(nom) },
        once: id,
        onProgress: (part) => note(id, { at: 'part', part }),
      });
      note(id, { at: 'envoye' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      note(id, { at: 'echoue', problem: error });
    }
  }

  async function run() {
    if (running.current) return;
    running.current = true;
    try {
      for (let next = queue.current.shift(); next && !gone.current; next = queue.current.shift()) await send(next);
    } finally {
      running.current = false;
    }
    if (!gone.current) await queries.invalidateQueries({ queryKey: ['api'] });
  }

  function put(photo: Photo) {
    note(photo.id, { at: 'attend' });
    queue.current.push(photo);
    void run();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was picked leaves once, when this screen opens
  useEffect(() => {
    gone.current = false;
    for (const photo of photos) put(photo);
    return () => {
      gone.current = true;
    };
  }, []);

  const states = photos.map(({ id }) => envois[id] ?? ({ at: 'attend' } as const));
  return {
    of: (photo: Photo): Envoi => envois[photo.id] ?? { at: 'attend' },
    busy: states.some(({ at }) => at === 'attend' || at === 'part'),
    failed: states.filter(({ at }) => at === 'echoue').length,
    again: put,
  };
}

export type Sending = ReturnType<typeof useEnvoi>;
