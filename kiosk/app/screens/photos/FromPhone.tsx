import { useRead } from '../../api/read.ts';
import { Card } from '../../components/Card.tsx';
import { useDisplay } from '../../display/display.tsx';
import styles from './Photos.module.css';

/** A terminal has no camera: how the photos come from one’s own telephone. @param numero of the sinistre, once there is one */
export function FromPhone({ numero }: { numero?: string }) {
  const { t } = useDisplay();
  const { data } = useRead<{ espace: string | null }>('/borne/reglages');
  // In the shell the page’s own address is not the server’s.
  const here = window.location.protocol.startsWith('http') ? `${window.location.host}/espace` : undefined;
  const adresse = data?.espace ?? here;
  return (
    <Card title={t('photos.telephone_titre')}>
      <ol className={styles.steps}>
        <li>{adresse ? t('photos.telephone_1', { adresse }) : t('photos.telephone_sans')}</li>
        <li>{t('photos.telephone_2')}</li>
        <li>{numero ? t('photos.telephone_3', { numero }) : t('photos.telephone_bientot')}</li>
      </ol>
    </Card>
  );
}
