import { Headset, ShieldCheck } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './Aide.module.css';
import { Dessin, scenes, sujets } from './scenes.tsx';

/** Help for those who read little: what they want to know, drawn. */
export function Aide() {
  const { t } = useDisplay();
  const { client, support } = useSession();
  return (
    <Screen
      title={t('aide.titre')}
      lead={t('aide.sous_titre')}
      speech="aide.parole"
      back={client ? '/tableau' : '/'}
      wide
    >
      <ul className={styles.subjects}>
        {sujets.map((sujet) => (
          <li key={sujet}>
            <Link to={`/aide/${sujet}`} className={styles.subject}>
              <Dessin>{scenes[sujet][sujet === 'police' || sujet === 'couvert' ? 1 : 0]}</Dessin>
              <span>{t(`aide.${sujet}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Card>
        <h2 className={styles.agent}>
          <Headset aria-hidden />
          {t('aide.agent')}
        </h2>
        <p>{t(support === 'borne' ? 'aide.agent_borne' : 'aide.agent_espace')}</p>
      </Card>
      {support === 'borne' ? (
        <Card>
          <h2 className={styles.agent}>
            <ShieldCheck aria-hidden />
            {t('aide.garde')}
          </h2>
          <p>{t('aide.garde_texte')}</p>
        </Card>
      ) : (
        <Banner tone="info" title={t('aide.secret')} />
      )}
    </Screen>
  );
}
