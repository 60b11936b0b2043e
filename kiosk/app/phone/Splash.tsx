import { useDisplay } from '../display/display.tsx';
import styles from './Splash.module.css';

/** While a visit is looked for that may go on: neither a welcome nor anybody’s figures. */
export function Splash() {
  const { t } = useDisplay();
  return (
    <main className={styles.splash}>
      <img src="/borne/icone.svg" alt="" width="96" height="96" />
      <p role="status">{t('telephone.ouverture')}</p>
    </main>
  );
}
