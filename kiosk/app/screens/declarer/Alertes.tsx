import type { SinistreDuClient } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { useDisplay } from '../../display/display.tsx';

/** What speaks against it, in plain words; it stops nobody. @param before whether it is still to be declared */
export function Alertes({ alertes, before }: { alertes: SinistreDuClient['alertes']; before?: boolean }) {
  const { t } = useDisplay();
  if (alertes.length === 0) return null;
  return (
    <Banner tone="alert" title={t('declarer.sachez')}>
      {alertes.map((alerte) => (
        <p key={alerte}>{t(`declarer.alerte_${alerte}`)}</p>
      ))}
      {before ? <p>{t('declarer.quand_meme')}</p> : null}
    </Banner>
  );
}
