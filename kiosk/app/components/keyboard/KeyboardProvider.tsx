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

/** Shows keys below the screen for the field that has the focus. @param shown whether the device has none of its own */
export function KeyboardProvider({ shown, children }: { shown: boolean; children: ReactNode }) {
  const [active, setActive] = useState<Active>();
  useEffect(() => {
    if (!shown) return;
    let pressed = false;
    const enter = ({ target }: FocusEvent) => setActive((now) => activeOf(target) ?? (pressed ? now : undefined));
    const settle = () => {
      pressed = false;
      setActive((now) => activeOf(document.activeElement) && now);
    };
    const press = () => {
      pressed = true;
    };
    // While a finger is on a button the keys stay where they are: the button would slip away from under it.
    const leave = () => void (pressed || setTimeout(settle));
    const release = () => void setTimeout(settle);
    const heard = { pointerdown: press, pointerup: release, pointercancel: release, focusout: leave } as const;
    document.addEventListener('focusin', enter);
    for (const [sign, hear] of Object.entries(heard)) document.addEventListener(sign, hear, true);
    return () => {
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
