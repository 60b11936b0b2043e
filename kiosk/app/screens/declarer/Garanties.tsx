import { ArrowRight, Square, SquareCheckBig } from 'lucide-react';
import { useState } from 'react';
import type { ContratEnDetail } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { francs } from '../../texts/format.ts';
import styles from './Garanties.module.css';

interface Props {
  garanties: ContratEnDetail['garanties'];
  value: readonly string[];
  /** What the server said of it. */
  error?: string;
  back(): void;
  onNext(codes: readonly string[]): void;
}

/** What of the contrat is asked for: one garantie, or several. */
export function Garanties({ garanties, value, error, back, onNext }: Props) {
  const { t } = useDisplay();
  const [codes, setCodes] = useState(value);
  const [told, setTold] = useState(error);

  function toggle(code: string) {
    setTold(undefined);
    setCodes(codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]);
  }

  return (
    <Screen
      step="quoi"
      title={t('declarer.titre_quoi')}
      lead={t('declarer.lead_quoi')}
      speech="declarer.parole_quoi"
      back={back}
      actions={
        <Button
          size="large"
          icon={ArrowRight}
          onward
          onClick={() => (codes.length > 0 ? onNext(codes) : setTold(t('declarer.quoi_vide')))}
        >
          {t('commun.continuer')}
        </Button>
      }
    >
      <fieldset className={styles.garanties}>
        <legend className="sr">{t('declarer.titre_quoi')}</legend>
        {garanties.map(({ code, libelle, plafond }) => (
          <label key={code} className={styles.garantie}>
            <input type="checkbox" checked={codes.includes(code)} onChange={() => toggle(code)} />
            {codes.includes(code) ? <SquareCheckBig aria-hidden /> : <Square aria-hidden />}
            <span className={styles.words}>
              <span className={styles.label}>{libelle}</span>
              {plafond > 0 ? <span>{t('declarer.jusqu_a', { montant: francs(plafond) })}</span> : null}
            </span>
          </label>
        ))}
      </fieldset>
      {told ? <Banner tone="grave" title={told} /> : null}
    </Screen>
  );
}
