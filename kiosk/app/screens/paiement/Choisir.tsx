import { useState } from 'react';
import { useRead } from '../../api/read.ts';
import type { ContratEnDetail, Rattrapage, Renouvellement, TableauDeBord } from '../../api/types.ts';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import { ChoisirOperateur } from './ChoisirOperateur.tsx';
import { ChoisirTelephone } from './ChoisirTelephone.tsx';
import type { EnRoute } from './en-route.ts';
import type { Intention } from './intention.ts';
import { Montant } from './Montant.tsx';
import { nearEnd, offresDe } from './offres.ts';
import { Quoi } from './Quoi.tsx';
import { type Refus, Revoir } from './Revoir.tsx';

type Etape = 'quoi' | 'montant' | 'telephone' | 'operateur' | 'revoir';

interface Props {
  police: string;
  /** What was chosen for a payment that did not come about. */
  before?: Intention;
  onAccepted(enRoute: EnRoute): void;
}

/** Everything that is known about what can be paid for a contrat. */
function useDu(police: string) {
  const client = useClient();
  const path = `/contrats/${encodeURIComponent(police)}`;
  const contrat = useRead<ContratEnDetail>(path);
  const rattrapage = useRead<Rattrapage>(`${path}/rattrapage`);
  const tableau = useRead<TableauDeBord>(`/clients/${encodeURIComponent(client.police)}/dashboard`);
  const renews = contrat.data && tableau.data && nearEnd(contrat.data, tableau.data.aujourd_hui);
  const renouvellement = useRead<Renouvellement>(renews ? `${path}/renouvellement` : undefined);
  const reads = [contrat, rattrapage, tableau, renouvellement];
  return {
    contrat: contrat.data,
    rattrapage: rattrapage.data,
    renouvellement: renouvellement.data,
    waits: reads.some(({ isLoading }) => isLoading),
    error: reads.find(({ error }) => error)?.error,
    again: () => reads.filter(({ error }) => error).forEach(({ refetch }) => void refetch()),
  };
}

/** What to pay, with which telephone and account, and a last look before it is asked for. */
export function Choisir({ police, before, onAccepted }: Props) {
  const { t } = useDisplay();
  const { contrat, rattrapage, renouvellement, waits, error, again } = useDu(police);
  const [etape, setEtape] = useState<Etape>(before ? 'revoir' : 'quoi');
  const [choix, setChoix] = useState<Partial<Intention>>(before ?? {});
  const [refus, setRefus] = useState<Refus>();

  if (error || waits || !contrat || !rattrapage) {
    return (
      <Screen title={t('payer.titre_quoi')} speech="payer.parole_quoi" back={`/contrats/${encodeURIComponent(police)}`}>
        {error ? <Trouble problem={error} onRetry={again} /> : <Waiting />}
      </Screen>
    );
  }

  const { offres, maximum } = offresDe(contrat, rattrapage, renouvellement);
  const { offre, telephone, operateur } = choix;
  function go(next: Etape, more: Partial<Intention> = {}) {
    setRefus(undefined);
    setChoix({ ...choix, ...more });
    setEtape(next);
  }
  const wrong = (field: Refus['field']) => (refus?.field === field ? refus.message : undefined);

  if (etape === 'montant') {
    return (
      <Montant
        value={offre?.objet === 'autre' ? offre.montant : undefined}
        maximum={maximum}
        error={wrong('montant')}
        back={() => go('quoi')}
        onChoose={(montant) => go('telephone', { offre: { objet: 'autre', montant } })}
      />
    );
  }
  if (etape === 'telephone') {
    return (
      <ChoisirTelephone
        value={telephone}
        error={wrong('telephone')}
        back={() => go(offre?.objet === 'autre' ? 'montant' : 'quoi')}
        onChoose={(chosen) => go('operateur', { telephone: chosen, operateur: undefined })}
      />
    );
  }
  if (etape === 'operateur') {
    return (
      <ChoisirOperateur
        telephone={telephone}
        value={operateur}
        back={() => go('telephone')}
        onChoose={(chosen) => go('revoir', { operateur: chosen })}
      />
    );
  }
  if (etape === 'revoir' && offre && operateur) {
    return (
      <Revoir
        contrat={contrat}
        rattrapage={rattrapage}
        intention={{ offre, telephone, operateur }}
        back={() => go('operateur')}
        onAccepted={onAccepted}
        onRefused={(refused) => {
          go(refused.field === 'montant' ? 'montant' : 'telephone');
          setRefus(refused);
        }}
      />
    );
  }
  return (
    <Quoi
      contrat={contrat}
      rattrapage={rattrapage}
      offres={offres}
      other={maximum > 0}
      onChoose={(chosen) => go('telephone', { offre: chosen })}
      onOther={() => go('montant')}
    />
  );
}
