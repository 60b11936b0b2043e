import { CircleAlert, CircleCheck, Info, OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

const icons = { info: Info, good: CircleCheck, alert: CircleAlert, grave: OctagonX } as const;

interface Props {
  tone: keyof typeof icons;
  title?: string;
  children?: ReactNode;
}

/** Something to know before going on. Trouble is announced at once. */
export function Banner({ tone, title, children }: Props) {
  const Icon = icons[tone];
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={tone === 'grave' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
