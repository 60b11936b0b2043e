import { Check } from 'lucide-react';
import styles from '../../components/Choices.module.css';
import { useDisplay } from '../../display/display.tsx';
import { type Sujet, sujets } from '../../phone/push.ts';

/** Any of the subjects, each a large target. */
export function Subjects({ chosen, onChange }: { chosen: readonly Sujet[]; onChange(chosen: Sujet[]): void }) {
  const { t } = useDisplay();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t('telephone.notif_quoi')}</legend>
      {sujets.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={({ target: { checked } }) =>
              onChange(sujets.filter((other) => (other === each ? checked : chosen.includes(other))))
            }
          />
          <span className={styles.words}>
            <span className={styles.label}>{t(`telephone.notif_${each}`)}</span>
          </span>
          <Check className={styles.check} aria-hidden />
        </label>
      ))}
    </fieldset>
  );
}
