import { House, List } from 'lucide-react';
import type { ContratEnDetail, SinistreDuClient } from '../../api/types.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { Envois } from '../photos/Envois.tsx';
import { FromPhone } from '../photos/FromPhone.tsx';
import styles from '../photos/Photos.module.css';
import { Outcome } from '../photos/Photos.tsx';
import type { Photo } from '../photos/prepare.ts';
import { useEnvoi } from '../photos/use-envoi.ts';
import { Alertes } from './Alertes.tsx';
import own from './Fait.module.css';

/** What the server answers to a declaration. */
export type Declared = Pick<SinistreDuClient, 'numero' | 'statut' | 'alertes'>;

interface Props {
  contrat: ContratEnDetail;
  declared: Declared;
  photos: readonly Photo[];
}

/** It is declared: its number, the photos on their way, and what happens next. */
export function Fait({ contrat, declared: { numero, alertes }, photos }: Props) {
  const { t } = useDisplay();
  const { support } = useSession();
  const sending = useEnvoi(contrat.police, numero, photos);
  const { busy, failed } = sending;
  return (
    <Screen
      step={busy ? 'envoi' : 'fait'}
      title={t(busy ? 'declarer.titre_envoi' : 'declarer.titre_fait')}
      speech={busy ? 'declarer.parole_envoi' : 'declarer.parole_fait'}
      wide
      actions={
        busy ? undefined : (
          <>
            <ButtonLink
              variant="secondary"
              size="large"
              icon={List}
              to={`/contrats/${encodeURIComponent(contrat.police)}/sinistres`}
            >
              {t('declarer.sinistres')}
            </ButtonLink>
            <ButtonLink size="large" icon={House} to="/tableau">
              {t('declarer.accueil')}
            </ButtonLink>
          </>
        )
      }
    >
      <Card tone="good">
        <p>{t('declarer.numero')}</p>
        <p className={own.numero}>{numero}</p>
      </Card>
      {photos.length > 0 ? (
        <>
          <Outcome busy={busy} failed={failed} />
          <Envois photos={photos} sending={sending} />
        </>
      ) : null}
      <Alertes alertes={alertes} />
      <div className={own.next}>
        <Card title={t('declarer.ensuite')}>
          <ol className={styles.steps}>
            <li>{t('declarer.ensuite_1')}</li>
            <li>{t('declarer.ensuite_2')}</li>
            <li>{t('declarer.ensuite_3')}</li>
          </ol>
        </Card>
        {support === 'borne' ? <FromPhone numero={numero} /> : null}
      </div>
    </Screen>
  );
}
