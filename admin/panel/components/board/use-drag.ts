import { type PointerEvent as Press, useEffect, useRef, useState } from 'react';
import type { Card } from './board.ts';

export interface Drag {
  card: Card;
  from: string;
  left: number;
  top: number;
  width: number;
  /** The column under the pointer. */
  over?: string;
}

/** A pointer that moves less than this only clicks. */
const THRESHOLD = 6;
/** So near to an edge the board rolls on, and so far a frame. */
const EDGE = 56;
const STEP = 14;

/** A column, or on a phone its tab. */
const columnAt = (x: number, y: number): string | undefined => {
  const found = document
    .elementFromPoint(x, y)
    ?.closest<HTMLElement>('.g-tableau [data-colonne], .g-tableau [data-onglet]');
  return found?.dataset.colonne ?? found?.dataset.onglet;
};

/** Cards under a pointer: a mouse takes them anywhere, a finger at their handle, so that it can scroll elsewhere. */
export function useDrag(drop: (card: Card, from: string, to: string) => void) {
  const [drag, setDrag] = useState<Drag>();
  const under = useRef<AbortController>();
  useEffect(() => () => under.current?.abort(), []);

  const start = (card: Card, from: string) => (down: Press<HTMLElement>) => {
    const target = down.target as Element;
    const handle = target.closest('[data-poignee]');
    if (down.button !== 0 || (down.pointerType !== 'mouse' && !handle) || target.closest('button, [role="menu"]'))
      return;
    under.current?.abort();
    const watch = new AbortController();
    under.current = watch;
    const { signal } = watch;
    const { left, top, width } = down.currentTarget.getBoundingClientRect();
    const [dx, dy] = [down.clientX - left, down.clientY - top];
    const strip = down.currentTarget.closest('.g-colonnes');
    let at = { x: down.clientX, y: down.clientY };
    let dragging = false;

    const roll = () => {
      if (signal.aborted || !strip) return;
      const edges = strip.getBoundingClientRect();
      if (at.x > edges.right - EDGE) strip.scrollLeft += STEP;
      if (at.x < edges.left + EDGE) strip.scrollLeft -= STEP;
      requestAnimationFrame(roll);
    };
    const move = ({ pointerId, clientX: x, clientY: y }: PointerEvent) => {
      if (pointerId !== down.pointerId) return;
      at = { x, y };
      if (!dragging && Math.hypot(x - down.clientX, y - down.clientY) < THRESHOLD) return;
      if (!dragging) requestAnimationFrame(roll);
      dragging = true;
      document.getSelection()?.removeAllRanges();
      setDrag({ card, from, left: x - dx, top: y - dy, width, over: columnAt(x, y) });
    };
    const end = (to?: string) => {
      watch.abort();
      setDrag(undefined);
      if (dragging) swallowClick();
      if (dragging && to && to !== from) drop(card, from, to);
    };
    const on = <K extends keyof WindowEventMap>(name: K, act: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(name, act, { signal });
    on('pointermove', move);
    on(
      'pointerup',
      ({ pointerId, clientX, clientY }) => pointerId === down.pointerId && end(columnAt(clientX, clientY)),
    );
    on('pointercancel', ({ pointerId }) => pointerId === down.pointerId && end());
    on('keydown', ({ key }) => key === 'Escape' && end());
  };
  return { drag, start };
}

/** Where a card is let go nothing was clicked. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
