import { Smartphone } from 'lucide-react';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';

/** The client does not wait any longer: nothing is cancelled by that. */
export function Partie({ montant, onResume }: { montant: number; onResume(): void }) {
  const { t } = useDisplay();
  const { client } = useSession();
  return (
    <Screen
      title={t('attente.titre_partie')}
      speech="attente.parole_partie"
      actions={
        <>
          <Button variant="secondary" size="large" icon={Smartphone} onClick={onResume}>
            {t('attente.reprendre')}
          </Button>
          <ButtonLink size="large" to={client ? '/tableau' : '/'}>
            {t('attente.fini')}
          </ButtonLink>
        </>
      }
    >
      <Card>
        <p>
          {t('attente.montant')} <Amount value={montant} size="huge" />
        </p>
      </Card>
      <Banner tone="info" title={t('attente.partie')}>
        <p>{t('attente.partie_texte')}</p>
      </Banner>
    </Screen>
  );
}
