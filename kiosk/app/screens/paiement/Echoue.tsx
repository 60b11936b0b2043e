import { RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import type { EtatPaiement } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';

interface Props {
  etat: EtatPaiement;
  /** The screen is left. */
  onSeen?(): void;
  onDone(): void;
  /** With the same choices. */
  onRetry(): void;
}

/** The payment was not made: why, in the server’s words, and the way to try again. */
export function Echoue({ etat: { message, montant, peut_reessayer }, onSeen, onDone, onRetry }: Props) {
  const { t } = useDisplay();
  useEffect(() => onSeen, [onSeen]);
  return (
    <Screen
      step="echoue"
      title={t('attente.titre_echoue')}
      speech="attente.parole_echoue"
      actions={
        <>
          <Button variant={peut_reessayer ? 'secondary' : 'primary'} size="large" onClick={onDone}>
            {t('attente.fini')}
          </Button>
          {peut_reessayer ? (
            <Button size="large" icon={RotateCw} onClick={onRetry}>
              {t('attente.encore')}
            </Button>
          ) : null}
        </>
      }
    >
      <Banner tone="grave" title={message} />
      <Card>
        <p>
          {t('attente.montant')} <Amount value={montant} size="large" />
        </p>
        <p>{t('attente.pas_encaisse')}</p>
      </Card>
    </Screen>
  );
}
