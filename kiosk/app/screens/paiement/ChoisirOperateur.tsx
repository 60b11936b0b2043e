import { ArrowRight, Check } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './ChoisirOperateur.module.css';
import { Marque } from './Marque.tsx';
import { guessOperateur, type Operateur, operateurs } from './operateurs.ts';

interface Props {
  /** Whose account it is: the client’s own telephone when there is none. */
  telephone?: string;
  value?: Operateur;
  back(): void;
  onChoose(operateur: Operateur): void;
}

/** Which account pays. The number suggests one; its owner knows. */
export function ChoisirOperateur({ telephone, value, back, onChoose }: Props) {
  const { t } = useDisplay();
  const { client } = useSession();
  const name = useId();
  const guessed = guessOperateur(telephone ?? client?.telephone ?? '');
  const [chosen, setChosen] = useState(value ?? guessed);
  const [empty, setEmpty] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) onChoose(chosen);
    else setEmpty(true);
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step="operateur"
        title={t('payer.titre_operateur')}
        lead={guessed ? t('payer.operateur_devine') : undefined}
        speech="payer.parole_operateur"
        back={back}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward>
            {t('commun.continuer')}
          </Button>
        }
      >
        <fieldset className={styles.accounts}>
          <legend className="sr">{t('payer.titre_operateur')}</legend>
          {operateurs.map((each) => (
            <label key={each} className={styles.account}>
              <input type="radio" name={name} checked={chosen === each} onChange={() => setChosen(each)} />
              <Marque operateur={each} />
              <span>{t(`payer.${each}`)}</span>
              <Check className={styles.check} aria-hidden />
            </label>
          ))}
        </fieldset>
        {empty && !chosen ? <Banner tone="grave" title={t('payer.operateur_vide')} /> : null}
      </Screen>
    </form>
  );
}
