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
    const enter = ({ target }: FocusEvent) => setActive(activeOf(target));
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!activeOf(relatedTarget)) setActive(undefined);
    };
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, [shown]);

  useEffect(() => {
    active?.field.scrollIntoView({ block: 'center' });
  }, [active]);

  return (
    <div className={styles.around}>
      <div className={styles.above}>{children}</div>
      {active ? <Keyboard key={active.keys} {...active} onClose={() => active.field.blur()} /> : null}
    </div>
  );
}
