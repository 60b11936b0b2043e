import { type ReactNode, useEffect, useState } from 'react';
import { useRead } from '../../api/read.ts';
import type { EtatPaiement } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { said, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { stayAwake, type Times, unknown } from '../../session/Idle.tsx';
import { grouped } from '../../texts/format.ts';
import styles from './Attente.module.css';
import { Gestes } from './Gestes.tsx';
import { hasEnded, useSuivi } from './suivi.ts';

interface Props {
  /** Of the payment that was just asked for, as the server named it. */
  suivi: string;
  /** Francs. */
  montant: number;
  /** The telephone that rings, as the client may read it. */
  telephone: string;
  /** The client does not wait any longer. */
  onStop(): void;
  /** What is shown once it has ended: `reussi` or `echoue`. */
  children(etat: EtatPaiement): ReactNode;
}

/** Waits with the client until the telephone has confirmed a payment, and says honestly where it stands. */
export function Attente({ suivi, montant, telephone, onStop, children }: Props) {
  const { t } = useDisplay();
  const { data, error } = useSuivi(suivi);
  const long = usePresence(!data || !hasEnded(data));
  if (data && hasEnded(data)) return children(data);

  const etat = data?.etat === 'verification' || data?.etat === 'en_attente' ? data.etat : 'envoi';
  const checking = etat === 'verification';
  return (
    <Screen
      step={checking ? 'verification' : 'attente'}
      title={t(`attente.titre_${etat}`)}
      speech={checking ? 'attente.parole_verification' : 'attente.parole'}
      speechValues={{ montant: grouped(montant) }}
      actions={
        <Button variant="secondary" size="large" onClick={onStop}>
          {t('attente.partir')}
        </Button>
      }
    >
      {error ? <Cut problem={said(error, t)} gone={error.status === 404} /> : null}
      {long && !error ? (
        <Banner tone="info" title={t('attente.longue')}>
          <p>{t('attente.longue_texte')}</p>
        </Banner>
      ) : null}
      <div className={styles.waiting}>
        <Gestes still={checking} />
        <div className={styles.words}>
          <p>
            {t('attente.montant')} <Amount value={montant} size="huge" />
          </p>
          {checking ? (
            <Banner tone="alert" title={t('attente.verification')}>
              <p>{t('attente.verification_texte')}</p>
            </Banner>
          ) : (
            <ol className={styles.steps}>
              <li>{t('attente.geste_message', { telephone })}</li>
              <li>{t('attente.geste_code')}</li>
              <li>{t('attente.geste_ecran')}</li>
            </ol>
          )}
          <p className={styles.quiet}>{t('attente.secret')}</p>
        </div>
      </div>
      <Waiting />
      <p className={styles.quiet}>{t('attente.partir_texte')}</p>
    </Screen>
  );
}

/** Without an answer nothing is known, and nothing is lost. @param gone nobody knows of such a payment */
function Cut({ problem, gone }: { problem: string; gone: boolean }) {
  const { t } = useDisplay();
  if (gone) return <Banner tone="grave" title={t('attente.inconnu')} />;
  return (
    <Banner tone="alert" title={t('attente.coupure')}>
      <p>{t('attente.coupure_texte')}</p>
      <p className="sr">{problem}</p>
    </Banner>
  );
}

/** Whoever waits for their telephone is there, for as long as the institution lets them. Answers whether that is over. */
function usePresence(waiting: boolean): boolean {
  const { data: reglages = unknown } = useRead<Times>('/borne/reglages');
  const [since] = useState(Date.now);
  const [over, setOver] = useState(false);
  const { attente_paiement_secondes: most } = reglages;
  useEffect(() => {
    if (!waiting) return;
    const look = () => {
      const late = Date.now() - since >= most * 1000;
      setOver(late);
      if (!late) stayAwake();
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [waiting, since, most]);
  return over;
}
