import { Download, X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Banner } from '../components/Banner.tsx';
import { Button } from '../components/Button.tsx';
import { useDisplay } from '../display/display.tsx';
import { apple, installed } from './device.ts';
import { install } from './install.ts';

/** Where the owner has said « plus tard ». */
const KEY = 'guichet.installer';

/** How to keep the screens on the telephone, said until it is done or sent away. */
export function InstallHint() {
  const { t } = useDisplay();
  const offered = useSyncExternalStore(install.subscribe, install.isOffered);
  const [away, setAway] = useState(() => localStorage.getItem(KEY) !== null);
  if (away || installed() || !(offered || apple())) return null;

  function later() {
    localStorage.setItem(KEY, 'plus-tard');
    setAway(true);
  }

  return (
    <Banner tone="info" title={t(offered ? 'telephone.installer' : 'telephone.installer_apple')}>
      {offered ? (
        <Button variant="secondary" icon={Download} onClick={install.ask}>
          {t('telephone.installer_bouton')}
        </Button>
      ) : null}
      <Button variant="quiet" icon={X} onClick={later}>
        {t('telephone.plus_tard')}
      </Button>
    </Banner>
  );
}
