import { CircleAlert, CircleCheck, Clock, RotateCw, Upload } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { said } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { Look } from './Look.tsx';
import styles from './Photos.module.css';
import type { Photo } from './prepare.ts';
import type { Sending } from './use-envoi.ts';

const icons = { attend: Clock, part: Upload, envoye: CircleCheck, echoue: CircleAlert } as const;

/** Each file on its way: how far it is, and what to do with one that did not leave. */
export function Envois({ photos, sending }: { photos: readonly Photo[]; sending: Sending }) {
  const { t } = useDisplay();
  return (
    <ul className={styles.list}>
      {photos.map((photo) => {
        const envoi = sending.of(photo);
        const Icon = icons[envoi.at];
        const done = envoi.at === 'envoye' ? 1 : envoi.at === 'part' ? envoi.part : 0;
        const n = Math.round(done * 100);
        return (
          <li key={photo.id} className={styles.photo}>
            <Look photo={photo} />
            <span className={styles.name}>
              {photo.nom}
              <span className={`${styles.state} ${styles[envoi.at] ?? ''}`}>
                <Icon aria-hidden />
                {t(`photos.${envoi.at}`, { n })}
              </span>
              {envoi.at === 'echoue' ? (
                <span>{envoi.problem.code === 'hors_ligne' ? t('code.hors_ligne') : said(envoi.problem, t)}</span>
              ) : null}
            </span>
            {envoi.at === 'echoue' ? (
              <Button variant="secondary" icon={RotateCw} onClick={() => sending.again(photo)}>
                {t('photos.reessayer_court')}
                <span className="sr"> {photo.nom}</span>
              </Button>
            ) : (
              <span />
            )}
            <progress className={styles.bar} max={1} value={done} aria-label={photo.nom} />
          </li>
        );
      })}
    </ul>
  );
}
