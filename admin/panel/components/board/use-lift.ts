import { type KeyboardEvent, useState } from 'react';
import type { Card } from './board.ts';

export interface Lift {
  id: string;
  to: string;
}

interface Options {
  codes: string[];
  /** Says what each key has done. */
  say: (what: 'cartePrise' | 'carteSur' | 'carteAnnulee', card: Card, from: string, to: string) => void;
  drop: (card: Card, from: string, to: string) => void;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Cards by the keyboard: Space or Enter takes one up and puts it down, the arrows choose where, Escape leaves it. */
export function useLift({ codes, say, drop }: Options) {
  const [lift, setLift] = useState<Lift>();

  const press = (card: Card, from: string) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const held = lift?.id === card.id ? lift : undefined;
    const confirms = event.key === 'Enter' || event.key === ' ';
    const by = steps[event.key];
    if (!held) {
      if (!confirms) return;
      setLift({ id: card.id, to: from });
      say('cartePrise', card, from, from);
    } else if (confirms) {
      setLift(undefined);
      if (held.to === from) say('carteAnnulee', card, from, from);
      else drop(card, from, held.to);
    } else if (event.key === 'Escape') {
      setLift(undefined);
      say('carteAnnulee', card, from, from);
    } else if (by) {
      const to = codes[Math.min(Math.max(codes.indexOf(held.to) + by, 0), codes.length - 1)] as string;
      setLift({ id: card.id, to });
      say('carteSur', card, from, to);
    } else return;
    event.preventDefault();
  };
  /** Who turns elsewhere lets go. */
  const leave = (card: Card) => () => setLift((held) => (held?.id === card.id ? undefined : held));
  return { lift, press, leave };
}
