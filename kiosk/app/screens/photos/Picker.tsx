import { Camera, ImagePlus, Trash2 } from 'lucide-react';
import { Banner } from '../../components/Banner.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { Look } from './Look.tsx';
import styles from './Photos.module.css';
import { FILES_MAX } from './prepare.ts';
import type { Picked } from './use-photos.ts';

/** The camera, the gallery, and what was picked from them. */
export function Picker({ photos, notTaken, preparing, room, add, remove }: Picked) {
  const { t } = useDisplay();
  const full = photos.length >= room;
  return (
    <>
      {full ? (
        <Banner tone="info" title={t('photos.complet', { n: FILES_MAX })} />
      ) : (
        <div className={styles.ways}>
          <Way camera icon={Camera} title={t('photos.prendre')} onPick={add} />
          <Way icon={ImagePlus} title={t('photos.choisir')} text={t('photos.choisir_texte')} onPick={add} />
        </div>
      )}
      {preparing ? <Waiting /> : null}
      {notTaken.map(({ nom, why }) => (
        <Banner key={nom} tone="grave" title={t(`photos.${why}`, { nom, n: FILES_MAX })} />
      ))}
      <ul className={styles.list}>
        {photos.map((photo) => (
          <li key={photo.id} className={styles.photo}>
            <Look photo={photo} />
            <span className={styles.name}>{photo.nom}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('photos.retirer', { nom: photo.nom })}
              onClick={() => remove(photo)}
            >
              <Trash2 aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface WayProps {
  camera?: boolean;
  icon: typeof Camera;
  title: string;
  text?: string;
  onPick(files: readonly File[]): void;
}

function Way({ camera, icon: Icon, title, text, onPick }: WayProps) {
  return (
    <label className={camera ? `${styles.way} ${styles.main}` : styles.way}>
      <input
        type="file"
        accept={camera ? 'image/*' : 'image/jpeg,image/png,image/*,application/pdf'}
        {...(camera ? { capture: 'environment' } : { multiple: true })}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          // The same file may be picked again.
          target.value = '';
        }}
      />
      <Icon aria-hidden />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {text ? <span>{text}</span> : null}
      </span>
    </label>
  );
}
