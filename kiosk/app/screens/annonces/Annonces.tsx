import { Megaphone } from 'lucide-react';
import { Card } from '../../components/Card.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './Annonces.module.css';
import { type AnnonceLue, useAnnonces } from './annonces.ts';
import { signs } from './signs.ts';

/** What the institution tells: everybody, and the client who signed in. */
export function Annonces() {
  const { t } = useDisplay();
  const { client } = useSession();
  const { data, error, refetch } = useAnnonces();
  return (
    <Screen title={t('annonces.titre')} speech="annonces.parole" back={client ? '/tableau' : '/'}>
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data?.length === 0 ? (
        <Card>
          <p className={styles.none}>
            <Megaphone aria-hidden />
            {t('annonces.aucune')}
          </p>
        </Card>
      ) : null}
      {data && data.length > 0 ? (
        <ul className={styles.list}>
          {data.map((annonce) => (
            <li key={annonce.id}>
              <AnnonceCard {...annonce} />
            </li>
          ))}
        </ul>
      ) : null}
      {client ? null : <p className={styles.more}>{t('annonces.les_votres')}</p>}
    </Screen>
  );
}

function AnnonceCard({ titre, contenu, importance, publiee_le, fin }: AnnonceLue) {
  const { t, day } = useDisplay();
  const { icon, tone } = signs[importance];
  return (
    <Card tone={tone === 'info' ? 'plain' : tone}>
      {tone === 'info' ? null : (
        <Pill tone={tone} icon={icon}>
          {t(`annonces.${importance}`)}
        </Pill>
      )}
      <h2 className={styles.title}>{titre}</h2>
      <p className={styles.text}>{contenu}</p>
      <p className={styles.when}>
        {t('annonces.depuis', { jour: day(publiee_le) })}
        {fin ? ` · ${t('annonces.jusqu', { jour: day(fin) })}` : ''}
      </p>
    </Card>
  );
}
