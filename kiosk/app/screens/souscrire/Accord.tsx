import { Check } from 'lucide-react';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import styles from './Souscrire.module.css';

interface Props {
  /** A paragraph a line. */
  texte: string;
  error?: string;
  back(): void;
  onAgree(): void;
}

/** What is agreed to, word for word. */
export function Accord({ texte, error, back, onAgree }: Props) {
  const { t } = useDisplay();
  return (
    <Screen
      step="accord"
      title={t('souscrire.titre_accord')}
      speech="souscrire.parole_accord"
      speechValues={{ texte }}
      back={back}
      actions={
        <Button size="large" icon={Check} onClick={onAgree}>
          {t('souscrire.accepter')}
        </Button>
      }
    >
      {error ? <Banner tone="grave" title={error} /> : null}
      <Card>
        <div className={styles.agreement}>
          {texte.split('\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Card>
    </Screen>
  );
}
