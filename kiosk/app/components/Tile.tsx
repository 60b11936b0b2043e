import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './Tile.module.css';

interface Props {
  icon: LucideIcon;
  title: string;
  text?: ReactNode;
  /** The one that most people come for. */
  main?: boolean;
}

/** A large target that leads somewhere. */
export function Tile({ to, ...rest }: Props & { to: string }) {
  return (
    <Link to={to} className={classOf(rest.main)}>
      <Inside {...rest} />
    </Link>
  );
}

/** A large target that does something here. */
export function TileButton({ onClick, ...rest }: Props & { onClick(): void }) {
  return (
    <button type="button" onClick={onClick} className={classOf(rest.main)}>
      <Inside {...rest} />
    </button>
  );
}

export const Tiles = ({ children }: { children: ReactNode }) => <div className={styles.tiles}>{children}</div>;

const classOf = (main?: boolean) => (main ? `${styles.tile} ${styles.main}` : styles.tile);

function Inside({ icon: Icon, title, text }: Props) {
  return (
    <>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {text ? <span className={styles.text}>{text}</span> : null}
      </span>
      <ChevronRight className={styles.onward} aria-hidden />
    </>
  );
}
