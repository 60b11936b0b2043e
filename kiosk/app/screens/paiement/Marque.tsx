import styles from './Marque.module.css';
import type { Operateur } from './operateurs.ts';

const letters: Record<Operateur, string> = { mtn_money: 'MTN', airtel_money: 'Airtel' };

/** An operator’s account as a telephone in its colour that bears its name: our own drawing. */
export function Marque({ operateur }: { operateur: Operateur }) {
  return (
    <svg className={`${styles.mark} ${styles[operateur]}`} viewBox="0 0 96 64" aria-hidden="true">
      <rect className={styles.card} x="2" y="2" width="92" height="60" rx="12" />
      <path className={styles.coin} d="M14 50h34" />
      <circle className={styles.coin} cx="74" cy="48" r="6" />
      <text className={styles.name} x="48" y="34" textAnchor="middle">
        {letters[operateur]}
      </text>
    </svg>
  );
}
