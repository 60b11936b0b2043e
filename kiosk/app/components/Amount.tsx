import { grouped } from '../texts/format.ts';
import styles from './Amount.module.css';

/** Francs in large digits. @param value francs */
export function Amount({ value, size = 'normal' }: { value: number; size?: 'normal' | 'large' | 'huge' }) {
  return (
    <span className={`${styles.amount} ${styles[size]}`}>
      {grouped(value)} <span className={styles.unit}>FCFA</span>
    </span>
  );
}
