import { CircleAlert } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { useSession } from '../session/session.tsx';
import styles from './Field.module.css';
import type { Keys } from './keyboard/layouts.ts';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Which keys the terminal shows, and which the phone. */
  keys: Keys;
  hint?: ReactNode;
  /** What is wrong with it, in words. */
  error?: string;
  autoFocus?: boolean;
  maxLength?: number;
  autoComplete?: string;
  multiline?: boolean;
}

const modes: Record<Keys, InputHTMLAttributes<HTMLInputElement>['inputMode']> = {
  texte: 'text',
  police: 'text',
  telephone: 'tel',
  chiffres: 'numeric',
  email: 'email',
};

/** Something to type: on a terminal with keys on the screen, on a phone with its own. */
export function Field({ label, value, onChange, keys, hint, error, multiline, ...rest }: Props) {
  const { support } = useSession();
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': told,
    'data-keys': keys,
    inputMode: support === 'borne' ? ('none' as const) : modes[keys],
    autoCapitalize: keys === 'police' ? 'characters' : keys === 'texte' ? 'sentences' : 'off',
    autoCorrect: 'off',
    spellCheck: false,
    autoComplete: support === 'borne' ? 'off' : undefined,
    className: styles.input,
    ...rest,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {multiline ? (
        <textarea {...common} rows={4} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <CircleAlert aria-hidden />
          {error}
        </p>
      ) : null}
    </div>
  );
}
