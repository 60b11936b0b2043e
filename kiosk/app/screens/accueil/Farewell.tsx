import { useEffect, useState } from 'react';
import { Banner } from '../../components/Banner.tsx';
import { useDisplay } from '../../display/display.tsx';
import type { Leaving } from '../../session/session.tsx';
import styles from './Farewell.module.css';

/** Milliseconds that the word stays. */
const STAYS = 8000;

/** Says to the one who leaves, and to nobody after them, that all is closed. */
export function Farewell({ why }: { why: Leaving | undefined }) {
  const { t } = useDisplay();
  const [shown, setShown] = useState(why);
  useEffect(() => {
    const timer = setTimeout(() => setShown(undefined), STAYS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.farewell}>
      <Banner tone={shown === 'expire' ? 'alert' : 'good'} title={t(`accueil.${shown}`)} />
    </div>
  );
}
