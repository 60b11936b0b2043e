import { Check, type LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Choices.module.css';

export interface Choice<V extends string> {
  value: V;
  label: string;
  text?: ReactNode;
  icon?: LucideIcon;
}

interface Props<V extends string> {
  legend: string;
  /** Where the screen’s title has said it already. */
  hideLegend?: boolean;
  value: V | undefined;
  choices: readonly Choice<V>[];
  /** Side by side, for few words. */
  compact?: boolean;
  onChange(value: V): void;
}

/** One of several, each a large target. */
export function Choices<V extends string>({ legend, hideLegend, value, choices, compact, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className={compact ? `${styles.choices} ${styles.compact}` : styles.choices}>
      <legend className={hideLegend ? 'sr' : styles.legend}>{legend}</legend>
      {choices.map(({ value: each, label, text, icon: Icon }) => (
        <label key={each} className={styles.choice}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          {Icon ? <Icon className={styles.icon} aria-hidden /> : null}
          <span className={styles.words}>
            <span className={styles.label}>{label}</span>
            {text ? <span className={styles.text}>{text}</span> : null}
          </span>
          <Check className={styles.check} aria-hidden />
        </label>
      ))}
    </fieldset>
  );
}
