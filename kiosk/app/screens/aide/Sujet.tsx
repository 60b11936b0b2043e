import { LogIn, Volume2 } from 'lucide-react';
import { Navigate, useParams } from 'react-router-dom';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useReader } from '../../display/speech.ts';
import { useSession } from '../../session/session.tsx';
import type { TextKey } from '../../texts/texts.ts';
import styles from './Aide.module.css';
import { Dessin, type Sujet as Nom, scenes, sujets } from './scenes.tsx';

const stepKey = (sujet: Nom, n: number) => `aide.${sujet}_${n + 1}` as TextKey;

/** One thing that somebody wants to know, picture by picture. */
export function Sujet() {
  const { t } = useDisplay();
  const { client } = useSession();
  const { sujet } = useParams();
  const { read, available } = useReader();
  const name = sujets.find((each) => each === sujet);
  if (!name) return <Navigate to="/aide" replace />;
  const steps = scenes[name].map((picture, n) => ({ picture, text: t(stepKey(name, n)) }));
  return (
    <Screen
      title={t(`aide.${name}`)}
      speech="aide.parole_sujet"
      speechValues={{ titre: t(`aide.${name}`), etapes: steps.map(({ text }) => text).join(' ') }}
      back="/aide"
      actions={
        client ? undefined : (
          <ButtonLink size="large" icon={LogIn} to="/connexion">
            {t('accueil.mon_assurance')}
          </ButtonLink>
        )
      }
      wide
    >
      <ol className={styles.steps}>
        {steps.map(({ picture, text }, n) => (
          <li key={text} className={styles.step}>
            <Dessin>{picture}</Dessin>
            <div className={styles.words}>
              <p>
                <span className={styles.number} aria-hidden>
                  {n + 1}
                </span>
                <span>{text}</span>
              </p>
              {available ? (
                <Button variant="quiet" icon={Volume2} onClick={() => read(text)}>
                  {t('commun.ecouter')}
                  <span className="sr"> {n + 1}</span>
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </Screen>
  );
}
