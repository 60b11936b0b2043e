import { useTranslation } from 'adminjs';
import React, { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface Tab {
  name: string;
  label: string;
  /** How many there are, in words. */
  count?: string;
  /** There is nothing in it. */
  empty?: boolean;
}

/** Tabs over a card, the empty ones once they are asked for; on a narrow screen they slide under the thumb. */
export function Tabs({ tabs: all, open, choose }: { tabs: Tab[]; open: string; choose: (name: string) => void }) {
  const { translateLabel } = useTranslation();
  const [asked, ask] = useState(false);
  const strip = useRef<HTMLDivElement>(null);
  const full = all.filter(({ empty }) => !empty);
  const hidden = all.length - full.length;
  const tabs = asked || all.some(({ name, empty }) => empty && name === open) ? all : full;

  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tab) strip.current?.scrollTo({ left: tab.offsetLeft - 24 });
  }, [open, all.length]);

  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.findIndex(({ name }) => name === open) + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    event.currentTarget.querySelector<HTMLElement>(`[data-onglet="${next.name}"]`)?.focus();
  };
  return (
    <div ref={strip} className="g-onglets" role="tablist" onKeyDown={step}>
      {tabs.map(({ name, label, count, empty }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={open === name}
          tabIndex={open === name ? 0 : -1}
          className={empty ? 'g-aucun' : undefined}
          data-onglet={name}
          onClick={() => choose(name)}
        >
          {label} {count !== undefined && <span className="g-compte">{count}</span>}
        </button>
      ))}
      {tabs.length < all.length && (
        <button type="button" className="g-aucun" onClick={() => ask(true)}>
          {translateLabel('vides', { nombre: hidden } as Record<string, unknown>)}
        </button>
      )}
    </div>
  );
}
