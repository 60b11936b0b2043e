import { useQueryClient } from '@tanstack/react-query';
import { UserRoundMinus } from 'lucide-react';
import { useState } from 'react';
import type { BeneficiaireLu, ContratEnDetail } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { CodeStep } from '../code/CodeStep.tsx';
import { NotSent } from '../code/NotSent.tsx';
import { useCoded } from '../code/use-coded.ts';
import { Changed } from './Changed.tsx';
import { Shares } from './Shares.tsx';
import { nameOf, sharesWithout } from './shares.ts';

interface Props {
  contrat: ContratEnDetail;
  beneficiaire: BeneficiaireLu;
  onDone(): void;
  back(): void;
}

/** A last look before somebody is not paid any more. */
export function Retirer({ contrat, beneficiaire, onDone, back }: Props) {
  const { t } = useDisplay();
  const { api } = useSession();
  const queries = useQueryClient();
  const [once] = useState(() => crypto.randomUUID());
  const [left, setLeft] = useState<BeneficiaireLu[]>();
  const path = `/contrats/${encodeURIComponent(contrat.police)}/beneficiaires/${beneficiaire.id}`;
  const coded = useCoded({
    but: 'beneficiaire',
    send: (code) =>
      api.send<{ beneficiaires: BeneficiaireLu[] }>('DELETE', path, { ...(code ? { body: { code } } : {}), once }),
    onDone({ beneficiaires }) {
      setLeft(beneficiaires);
      onDone();
      void queries.invalidateQueries({ queryKey: ['api'] });
    },
  });
  const nom = nameOf(beneficiaire);
  if (left)
    return <Changed police={contrat.police} text={t('beneficiaires.retire', { nom })} now={left} onList={back} />;
  if (coded.promised) return <CodeStep coded={coded} promised={coded.promised} />;
  const after = sharesWithout(contrat.beneficiaires, beneficiaire.id);
  return (
    <Screen
      step="retirer"
      title={t('beneficiaires.titre_retrait')}
      lead={t('beneficiaires.retrait_texte', { nom })}
      speech="beneficiaires.parole_retrait"
      speechValues={{ nom }}
      back={back}
      actions={
        <>
          <Button variant="secondary" size="large" onClick={back}>
            {t('beneficiaires.garder')}
          </Button>
          <Button variant="danger" size="large" icon={UserRoundMinus} busy={coded.busy} onClick={coded.begin}>
            {t('beneficiaires.confirmer_retrait')}
          </Button>
        </>
      }
    >
      {after.length > 0 ? (
        <Card title={t('beneficiaires.apres')}>
          <Shares shares={after} />
        </Card>
      ) : (
        <Banner tone="alert" title={t('beneficiaires.retrait_dernier')} />
      )}
      {coded.problem ? <NotSent problem={coded.problem} /> : null}
    </Screen>
  );
}
