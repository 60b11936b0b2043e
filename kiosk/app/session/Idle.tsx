import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useRead } from '../api/read.ts';
import type { Reglages } from '../api/types.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useDisplay } from '../display/display.tsx';
import { useSession } from './session.tsx';

/** Times of the terminal, in seconds, as the institution has set them. */
export type Times = Pick<Reglages, 'inactivite_secondes' | 'compte_a_rebours_secondes' | 'attente_paiement_secondes'>;

/** Until the server has told: what the law of the house asks for at least. */
export const unknown: Times = {
  inactivite_secondes: 60,
  compte_a_rebours_secondes: 30,
  attente_paiement_secondes: 360,
};

/** Milliseconds between two words to the server that somebody is there: it hears of no touch by itself. */
const TOLD_EVERY = 30_000;

const PRESENT = 'guichet-present';
const signs = ['pointerdown', 'keydown', 'wheel', PRESENT] as const;

/** For screens that wait with the client: somebody is there though nothing is touched. */
export const stayAwake = (): void => void window.dispatchEvent(new Event(PRESENT));

/**
 * Watches a terminal that nobody touches: a countdown that one tap extends, then the client is out and the screen is
 * as the first one found it. The server is told of both, and ends the session by itself if this screen hangs.
 */
export function Idle() {
  const { t } = useDisplay();
  const { api, client, leave } = useSession();
  const { pathname } = useLocation();
  const { data: reglages = unknown } = useRead<Times>('/borne/reglages');
  const [left, setLeft] = useState<number>();
  const touched = useRef(Date.now());
  const told = useRef(Date.now());
  const watched = client !== undefined || pathname !== '/';
  const { inactivite_secondes: quiet, compte_a_rebours_secondes: countdown } = reglages;

  useEffect(() => {
    const touch = () => {
      if (left !== undefined) return;
      touched.current = Date.now();
      if (!client || touched.current - told.current < TOLD_EVERY) return;
      told.current = touched.current;
      tell(api.send('POST', '/auth/presence', { body: {} }));
    };
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [left, client, api]);

  useEffect(() => {
    if (!watched) return;
    touched.current = Date.now();
    const timer = setInterval(() => {
      const silent = (Date.now() - touched.current) / 1000 - quiet;
      const rest = Math.ceil(countdown - silent);
      if (rest <= 0) leave('inactif');
      else setLeft(silent < 0 ? undefined : rest);
    }, 250);
    return () => clearInterval(timer);
  }, [watched, quiet, countdown, leave]);

  const counting = left !== undefined;
  useEffect(() => {
    if (counting && client) tell(api.send('POST', '/auth/presence', { body: { reste_secondes: countdown } }));
  }, [counting, client, api, countdown]);

  if (left === undefined || !watched) return null;

  function stay() {
    touched.current = Date.now();
    setLeft(undefined);
    if (client) tell(api.send('POST', '/auth/presence', { body: {} }));
  }

  return (
    <Dialog title={t('inactivite.titre')} alert onClose={stay}>
      <p aria-live="assertive">{t('inactivite.texte', { n: left })}</p>
      <Button size="large" onClick={stay} autoFocus>
        {t('inactivite.rester')}
      </Button>
      <Button variant="quiet" onClick={() => leave('inactif')}>
        {t('inactivite.partir')}
      </Button>
    </Dialog>
  );
}

/** Told if it can be: the server has its own clock, and a session that it ended is noticed by whoever asks next. */
function tell(told: Promise<unknown>): void {
  told.catch(() => undefined);
}
