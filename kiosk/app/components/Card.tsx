import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface Props {
  /** Named by a heading of its own. */
  title?: string;
  tone?: 'plain' | 'good' | 'alert' | 'grave' | 'brand';
  children: ReactNode;
}

/** A sheet on the screen: things that belong together. */
export function Card({ title, tone = 'plain', children }: Props) {
  return (
    <section className={`${styles.card} ${styles[tone]}`}>
      {title ? <h2 className={styles.title}>{title}</h2> : null}
      {children}
    </section>
  );
}
