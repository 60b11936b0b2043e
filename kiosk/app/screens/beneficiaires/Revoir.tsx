import { useQueryClient } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { BeneficiaireLu, ContratEnDetail } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { CodeStep } from '../code/CodeStep.tsx';
import { NotSent } from '../code/NotSent.tsx';
import { useCoded } from '../code/use-coded.ts';
import type { Nouveau } from './Demander.tsx';
import { Shares } from './Shares.tsx';
import { nameOf, sharesWith } from './shares.ts';

interface Props {
  contrat: ContratEnDetail;
  nouveau: Nouveau;
  back(): void;
  onAdded(beneficiaires: BeneficiaireLu[]): void;
  /** What is wrong, by field. */
  onRefused(errors: Readonly<Record<string, readonly string[]>>): void;
}

/** Who is added and how the shares will be, before it is done. */
export function Revoir({ contrat, nouveau, back, onAdded, onRefused }: Props) {
  const { t, day } = useDisplay();
  const { api } = useSession();
  const queries = useQueryClient();
  const [once] = useState(() => crypto.randomUUID());
  const path = `/contrats/${encodeURIComponent(contrat.police)}/beneficiaires`;
  const coded = useCoded({
    but: 'beneficiaire',
    send: (code) => api.send<{ beneficiaires: BeneficiaireLu[] }>('POST', path, { body: { ...nouveau, code }, once }),
    onDone({ beneficiaires }) {
      onAdded(beneficiaires);
      void queries.invalidateQueries({ queryKey: ['api'] });
    },
    onRefused: ({ errors }) => Object.keys(errors).some((field) => field in nouveau) && onRefused(errors),
  });
  if (coded.promised) return <CodeStep coded={coded} promised={coded.promised} />;
  const nom = nameOf(nouveau);
  const facts: Fact[] = [
    [t('beneficiaires.lien'), t(`beneficiaires.lien_${nouveau.relation}`)],
    ...(nouveau.date_naissance ? [[t('beneficiaires.naissance'), day(nouveau.date_naissance)] as const] : []),
    ...(nouveau.telephone ? [[t('beneficiaires.telephone'), nouveau.telephone] as const] : []),
  ];
  return (
    <Screen
      step="revoir"
      title={t('beneficiaires.titre_revoir')}
      speech="beneficiaires.parole_revoir"
      speechValues={{ nom }}
      back={back}
      actions={
        <Button size="large" icon={UserRoundPlus} busy={coded.busy} onClick={coded.begin}>
          {t('beneficiaires.confirmer_ajout')}
        </Button>
      }
    >
      <Card title={nom}>
        <Facts facts={facts} />
      </Card>
      <Card title={t('beneficiaires.apres')}>
        <Shares shares={sharesWith(contrat.beneficiaires, nom, nouveau.part)} />
      </Card>
      {coded.problem ? <NotSent problem={coded.problem} /> : null}
    </Screen>
  );
}
