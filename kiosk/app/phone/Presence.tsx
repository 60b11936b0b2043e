import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSession } from '../session/session.tsx';
import { useOnline } from './network.ts';
import { confirm } from './push.ts';

/** Milliseconds between two looks for the network: the first, and the longest. */
const [FIRST, LONGEST] = [2000, 60_000];

/** What goes on behind the screens of a telephone: the network comes back, a notification is touched. */
export function Presence() {
  useReturn();
  useWorker();
  return null;
}

/** Without the network the server is asked now and then, ever less often; once it answers all figures are renewed. */
function useReturn(): void {
  const { api } = useSession();
  const queries = useQueryClient();
  const up = useOnline();

  useEffect(() => {
    if (up) return;
    let pause = FIRST;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      // Whether it answers is told by the asking itself.
      if (navigator.onLine) api.get('/health').catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST);
      timer = setTimeout(look, pause);
    };
    const soon = () => {
      clearTimeout(timer);
      pause = FIRST;
      look();
    };
    timer = setTimeout(look, pause);
    window.addEventListener('online', soon);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', soon);
      void queries.invalidateQueries();
    };
  }, [up, api, queries]);
}

/** The service worker says that a notification was touched, or that the browser has changed its subscription. */
function useWorker(): void {
  const { api, client } = useSession();
  const navigate = useNavigate();

  useEffect(() => {
    if (!client) return;
    // Consent that is not confirmed ends by itself; a confirmation that did not arrive is made up at the next start.
    const again = () => void confirm(api, client).catch(() => undefined);
    again();
    const hear = ({ data }: MessageEvent<{ chemin?: string; abonnement?: true }>) => {
      if (data.abonnement) again();
    };
    navigator.serviceWorker?.addEventListener('message', hear);
    return () => navigator.serviceWorker?.removeEventListener('message', hear);
  }, [api, client]);

  useEffect(() => {
    const hear = ({ data }: MessageEvent<{ chemin?: string }>) => {
      if (data.chemin?.startsWith('/espace/')) navigate(data.chemin.slice('/espace'.length));
    };
    navigator.serviceWorker?.addEventListener('message', hear);
    return () => navigator.serviceWorker?.removeEventListener('message', hear);
  }, [navigate]);
}
