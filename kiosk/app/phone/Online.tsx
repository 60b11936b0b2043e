import { useState } from 'react';
import { Outlet } from 'react-router-dom';
import { Banner } from '../components/Banner.tsx';
import { ButtonLink } from '../components/Button.tsx';
import { Screen } from '../components/Screen.tsx';
import { useDisplay } from '../display/display.tsx';
import { useOnline } from './network.ts';

/**
 * Before whatever costs money or changes something: without the network nobody begins it. Who is in the middle of it
 * when the network goes stays there, with what they have typed.
 */
export function Online() {
  const { t } = useDisplay();
  const online = useOnline();
  const [open, setOpen] = useState(online);
  if (online && !open) setOpen(true);
  if (open) return <Outlet />;
  return (
    <Screen
      title={t('telephone.bloque_titre')}
      speech="telephone.bloque_parole"
      back="/tableau"
      actions={
        <ButtonLink to="/tableau" size="large">
          {t('telephone.bloque_lire')}
        </ButtonLink>
      }
    >
      <Banner tone="alert" title={t('telephone.bloque')} />
    </Screen>
  );
}
