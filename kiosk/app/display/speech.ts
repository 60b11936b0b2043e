import { useCallback, useEffect } from 'react';
import { languages } from '../texts/texts.ts';
import { useDisplay } from './display.tsx';

const canSpeak = () => 'speechSynthesis' in window;

/** Stops whatever is being said. */
export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}

function say(text: string, locale: string): void {
  if (!canSpeak()) return;
  hush();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = locale;
  spoken.rate = 0.95;
  window.speechSynthesis.speak(spoken);
}

/** Reads a screen’s prompt aloud when it opens, if that was asked for; answers what reads it at a tap. */
export function useSpeech(text: string): { read(): void; available: boolean } {
  const { langue, voix } = useDisplay();
  const { locale } = languages[langue];
  useEffect(() => {
    if (!voix) return;
    say(text, locale);
    return hush;
  }, [text, locale, voix]);
  const read = useCallback(() => say(text, locale), [text, locale]);
  return { read, available: canSpeak() };
}

/** Reads aloud whatever is asked for, at a tap. */
export function useReader(): { read(text: string): void; available: boolean } {
  const { langue } = useDisplay();
  const { locale } = languages[langue];
  return { read: (text) => say(text, locale), available: canSpeak() };
}
