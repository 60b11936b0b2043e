import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { Link } from 'react-router-dom';
import styles from './Button.module.css';

interface Look {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'large';
  icon?: LucideIcon;
  /** The icon stands behind the words: for what leads on. */
  onward?: boolean;
}

type Props = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & { busy?: boolean };

const classOf = ({ variant = 'primary', size = 'normal', onward }: Look) =>
  [styles.button, styles[variant], styles[size], onward && styles.onward].filter(Boolean).join(' ');

/** Acts. While `busy` it waits for its answer, keeps its name and cannot be pressed twice. */
export function Button({ variant, size, icon: Icon, onward, busy, children, disabled, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={disabled}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classOf({ variant, size, onward })}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </button>
  );
}

/** Leads to another screen, and looks like what acts. */
export function ButtonLink({ to, children, icon: Icon, ...look }: Look & { to: string; children: React.ReactNode }) {
  return (
    <Link to={to} className={classOf(look)}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </Link>
  );
}
