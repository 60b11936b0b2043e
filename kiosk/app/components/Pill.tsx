import { CircleAlert, CircleCheck, Clock, type LucideIcon, OctagonX } from 'lucide-react';
import styles from './Pill.module.css';

export type Tone = 'good' | 'alert' | 'grave' | 'plain';

const icons: Record<Tone, LucideIcon> = { good: CircleCheck, alert: CircleAlert, grave: OctagonX, plain: Clock };

/** A state at a glance: by its words and its sign, never by colour alone. */
export function Pill({ tone, icon, children }: { tone: Tone; icon?: LucideIcon; children: string }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`${styles.pill} ${styles[tone]}`}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}
