import { RotateCw } from 'lucide-react';
import type { Problem } from '../api/problem.ts';
import { useDisplay } from '../display/display.tsx';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import styles from './Waiting.module.css';

/** Something is on its way. */
export function Waiting() {
  const { t } = useDisplay();
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.dots} aria-hidden>
        <span />
        <span />
        <span />
      </span>
      <span>{t('commun.patience')}</span>
    </div>
  );
}

/** What went wrong in words, and the way to try again. */
export function Trouble({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useDisplay();
  return (
    <Banner tone="grave" title={said(problem, t)}>
      {onRetry ? (
        <Button variant="secondary" icon={RotateCw} onClick={onRetry}>
          {t('commun.reessayer')}
        </Button>
      ) : null}
    </Banner>
  );
}

/** A problem in one sentence of the reader’s language. */
export function said(problem: Problem, t: ReturnType<typeof useDisplay>['t']): string {
  if (problem.status === 0) return t('commun.injoignable');
  return problem.message || t('commun.panne');
}
