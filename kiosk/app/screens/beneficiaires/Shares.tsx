import { useDisplay } from '../../display/display.tsx';
import { languages } from '../../texts/texts.ts';
import styles from './Beneficiaires.module.css';
import type { Share } from './shares.ts';

/** Percent as it is read: `33,34`. */
export function usePercent(): (part: number) => string {
  const { langue } = useDisplay();
  const format = new Intl.NumberFormat(languages[langue].locale, { maximumFractionDigits: 2 });
  return (part) => format.format(part);
}

/** Who has which share, and what it was before where that changes. */
export function Shares({ shares }: { shares: readonly Share[] }) {
  const { t } = useDisplay();
  const percent = usePercent();
  return (
    <ul className={styles.shares}>
      {shares.map(({ key, nom, before, after }) => (
        <li key={key}>
          <span className={styles.who}>{nom}</span>
          <span className={styles.percent}>
            {percent(after)} %
            {before !== undefined && before !== after ? (
              <span className={styles.before}>{t('beneficiaires.avant', { part: percent(before) })}</span>
            ) : null}
          </span>
          <meter className={styles.bar} min={0} max={100} value={after} aria-label={nom} />
        </li>
      ))}
    </ul>
  );
}
