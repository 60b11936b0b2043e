import { FileText } from 'lucide-react';
import styles from './Photos.module.css';
import type { Photo } from './prepare.ts';

/** A small look at what is sent. */
export const Look = ({ photo: { url } }: { photo: Photo }) =>
  url ? (
    <img className={styles.look} src={url} alt="" />
  ) : (
    <span className={styles.look}>
      <FileText aria-hidden />
    </span>
  );
