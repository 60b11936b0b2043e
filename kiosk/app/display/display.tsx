import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { dayInWords, dayShort, instantInWords } from '../texts/format.ts';
import { type Langue, languages, type TextKey, textOf, type Values } from '../texts/texts.ts';

export const sizes = ['normal', 'grand', 'tres-grand', 'enorme'] as const;
export const contrasts = ['clair', 'sombre', 'fort'] as const;
export type TextSize = (typeof sizes)[number];
export type Contrast = (typeof contrasts)[number];

/** How somebody wants to be shown and told things. */
export interface Choices {
  langue: Langue;
  taille: TextSize;
  contraste: Contrast;
  /** Whether each screen is read aloud as it opens. */
  voix: boolean;
}

interface Display extends Choices {
  choose(some: Partial<Choices>): void;
  t(key: TextKey, values?: Values): string;
  day(iso: string): string;
  shortDay(iso: string): string;
  instant(iso: string): string;
}

const Context = createContext<Display | undefined>(undefined);

export function useDisplay(): Display {
  const display = useContext(Context);
  if (!display) throw new Error('no display around this');
  return display;
}

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** French, plain and silent; on a phone as its owner has set it. */
const defaults = (own: boolean): Choices => ({
  langue: own && navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr',
  taille: 'normal',
  contraste: own && prefersDark() ? 'sombre' : 'clair',
  voix: false,
});

/** @param own whether the screen is somebody’s own: a terminal begins anew for each person */
export function DisplayProvider({ own, children }: { own: boolean; children: ReactNode }) {
  const [choices, setChoices] = useState<Choices>(() => ({ ...defaults(own), ...(own ? remembered() : {}) }));
  const { langue, taille, contraste } = choices;

  useEffect(() => {
    const page = document.documentElement;
    page.lang = langue;
    page.dataset.taille = taille;
    page.dataset.contraste = contraste;
  }, [langue, taille, contraste]);

  const display = useMemo<Display>(() => {
    const { texts, locale } = languages[choices.langue];
    return {
      ...choices,
      choose(some) {
        setChoices((before) => ({ ...before, ...some }));
        if (own) remember({ ...choices, ...some });
      },
      t: (key, values) => textOf(texts, key, values, locale),
      day: (iso) => dayInWords(iso, locale),
      shortDay: (iso) => dayShort(iso, locale),
      instant: (iso) => instantInWords(iso, locale),
    };
  }, [choices, own]);
  return <Context.Provider value={display}>{children}</Context.Provider>;
}

const KEY = 'guichet.affichage';

/** How the phone’s owner likes to read: nothing about them as a client. */
function remembered(): Partial<Choices> {
  const kept = localStorage.getItem(KEY);
  if (!kept) return {};
  const { langue, taille, contraste, voix } = JSON.parse(kept) as Choices;
  const right = langue in languages && sizes.includes(taille) && contrasts.includes(contraste);
  return right ? { langue, taille, contraste, voix: voix === true } : {};
}

const remember = (choices: Choices): void => localStorage.setItem(KEY, JSON.stringify(choices));
