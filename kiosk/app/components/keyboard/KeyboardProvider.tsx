import { type ReactNode, useEffect, useState } from 'react';
import styles from './Keyboard.module.css';
import { Keyboard } from './Keyboard.tsx';
import type { Keys } from './layouts.ts';

type Typed = HTMLInputElement | HTMLTextAreaElement;

interface Active {
  field: Typed;
  keys: Keys;
}

const activeOf = (target: EventTarget | null): Active | undefined => {
  const field = target as Typed | null;
  const keys = field?.dataset?.keys as Keys | undefined;
  return field && keys ? { field, keys } : undefined;
};

/** Milliseconds within which a finger that has gone is followed by its click. */
const CLICK = 400;

/** Shows keys below the screen for the field that has the focus. @param shown whether the device has none of its own */
export function KeyboardProvider({ shown, children }: { shown: boolean; children: ReactNode }) {
  const [active, setActive] = useState<Active>();
  useEffect(() => {
    if (!shown) return;
    let pressed = false;
    let timer: ReturnType<typeof setTimeout>;
    const enter = ({ target }: FocusEvent) => setActive((now) => activeOf(target) ?? (pressed ? now : undefined));
    const settle = () => {
      pressed = false;
      setActive((now) => activeOf(document.activeElement) && now);
    };
    const settleIn = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(settle, ms);
    };
    const press = () => {
      clearTimeout(timer);
      pressed = true;
    };
    // While a finger is on a button the keys stay where they are: the button would slip away from under it.
    const leave = () => void (pressed || settleIn(0));
    // After a touch the click comes a little later than the finger goes, and some touches never become one.
    const release = () => settleIn(CLICK);
    const click = () => settleIn(0);
    const heard = { pointerdown: press, pointerup: release, pointercancel: click, click, focusout: leave } as const;
    document.addEventListener('focusin', enter);
    for (const [sign, hear] of Object.entries(heard)) document.addEventListener(sign, hear, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', enter);
      for (const [sign, hear] of Object.entries(heard)) document.removeEventListener(sign, hear, true);
    };
  }, [shown]);

  useEffect(() => {
    active?.field.scrollIntoView({ block: 'center' });
  }, [active]);

  return (
    <div className={styles.around}>
      <div className={styles.above}>{children}</div>
      {active ? <Keyboard key={active.field.id} {...active} onClose={() => active.field.blur()} /> : null}
    </div>
  );
}
