import { House, List, UserRoundPlus } from 'lucide-react';
import type { BeneficiaireLu } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { Shares } from './Shares.tsx';
import { sharesNow } from './shares.ts';

interface Props {
  police: string;
  text: string;
  now: readonly BeneficiaireLu[];
  /** Where the list is behind this screen. */
  onList?: () => void;
  /** To add one more, where there is a place. */
  onMore?: () => void;
}

/** It is done: the shares as they are from now on, and the next thing. */
export function Changed({ police, text, now, onList, onMore }: Props) {
  const { t } = useDisplay();
  return (
    <Screen
      step="fait"
      title={t('beneficiaires.titre_fait')}
      speech="beneficiaires.parole_fait"
      actions={
        <>
          {onMore ? (
            <Button variant="secondary" size="large" icon={UserRoundPlus} onClick={onMore}>
              {t('beneficiaires.encore')}
            </Button>
          ) : null}
          {onList ? (
            <Button variant="secondary" size="large" icon={List} onClick={onList}>
              {t('beneficiaires.voir')}
            </Button>
          ) : (
            <ButtonLink
              variant="secondary"
              size="large"
              icon={List}
              to={`/contrats/${encodeURIComponent(police)}/beneficiaires`}
            >
              {t('beneficiaires.voir')}
            </ButtonLink>
          )}
          <ButtonLink to="/tableau" size="large" icon={House}>
            {t('declarer.accueil')}
          </ButtonLink>
        </>
      }
    >
      <Banner tone="good" title={text} />
      {now.length > 0 ? (
        <Card>
          <Shares shares={sharesNow(now)} />
        </Card>
      ) : null}
    </Screen>
  );
}
