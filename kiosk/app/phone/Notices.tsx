import { useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'react-router-dom';
import { Banner } from '../components/Banner.tsx';
import { Button } from '../components/Button.tsx';
import { useDisplay } from '../display/display.tsx';
import { useSession } from '../session/session.tsx';
import { InstallHint } from './InstallHint.tsx';
import styles from './Notices.module.css';
import { useOnline } from './network.ts';
import { version } from './worker.ts';

/** Where nobody is in the middle of something. */
const HOME = '/tableau';

/** What the owner of a telephone should know on whatever screen: no network, a new version, how to keep it. */
export function Notices() {
  const online = useOnline();
  const { client } = useSession();
  const { pathname } = useLocation();
  const newer = useSyncExternalStore(version.subscribe, version.isWaiting);
  return (
    <div className={styles.notices}>
      {online ? null : <Offline />}
      {newer && online ? <Newer /> : null}
      {client && pathname === HOME && online && !newer ? <InstallHint /> : null}
    </div>
  );
}

function Offline() {
  const { t, instant } = useDisplay();
  const since = useOldest();
  return (
    <Banner
      tone="alert"
      title={since ? t('telephone.hors_ligne', { instant: instant(since) }) : t('telephone.hors_ligne_sans')}
    >
      <p>{t('telephone.hors_ligne_aide')}</p>
    </Banner>
  );
}

/** Of when the oldest figures are that this screen shows, ISO. */
function useOldest(): string | undefined {
  const { phone } = useSession();
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () =>
      cache
        .findAll({ type: 'active', queryKey: ['api'] })
        .filter(
          ({ state, queryKey: [, path] }) => state.data !== undefined && /^\/(clients|contrats)\//.test(String(path)),
        )
        .map(
          ({ state, queryKey: [, path] }) =>
            phone?.figures.shownSince(String(path)) ?? new Date(state.dataUpdatedAt).toISOString(),
        )
        .toSorted()[0],
  );
}

function Newer() {
  const { t } = useDisplay();
  return (
    <Banner tone="info" title={t('telephone.version')}>
      <Button variant="secondary" icon={RefreshCw} onClick={version.take}>
        {t('telephone.mettre_a_jour')}
      </Button>
    </Banner>
  );
}
