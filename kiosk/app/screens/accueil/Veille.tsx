import { useEffect, useState } from 'react';
import { useDisplay } from '../../display/display.tsx';
import { languages, textOf } from '../../texts/texts.ts';
import { Hall } from './Hall.tsx';
import styles from './Veille.module.css';

/** Milliseconds after which a terminal that nobody touches calls from afar. */
const REST = 90_000;

const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** What passers-by see of a terminal: the hall over the whole screen, which opens wherever it is touched. */
export function Veille() {
  const { langue } = useDisplay();
  const [resting, setResting] = useState(false);

  useEffect(() => {
    if (resting) return;
    let timer = setTimeout(setResting, REST, true);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(setResting, REST, true);
    };
    for (const sign of signs) window.addEventListener(sign, again, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [resting]);

  if (!resting) return null;
  const wake = () => setResting(false);
  const others = Object.entries(languages).filter(([code]) => code !== langue);
  const { texts, locale } = languages[langue];
  return (
    // biome-ignore lint/a11y/noAutofocus: any key wakes it
    <button type="button" className={styles.veille} onClick={wake} onKeyDown={wake} autoFocus>
      <Hall full />
      <span className={styles.words}>
        <span className={styles.call}>{textOf(texts, 'accueil.veille', {}, locale)}</span>
        {others.map(([code, other]) => (
          <span key={code} lang={code}>
            {textOf(other.texts, 'accueil.veille', {}, other.locale)}
          </span>
        ))}
      </span>
    </button>
  );
}
