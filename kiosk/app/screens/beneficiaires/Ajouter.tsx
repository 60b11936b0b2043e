import { useState } from 'react';
import type { BeneficiaireLu, ContratEnDetail } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { useDisplay } from '../../display/display.tsx';
import { ContratScreen, useContrat } from '../contrat/ContratScreen.tsx';
import { useFull } from './Beneficiaires.tsx';
import { Changed } from './Changed.tsx';
import { Demander, type Nouveau } from './Demander.tsx';
import { Revoir } from './Revoir.tsx';
import { nameOf } from './shares.ts';

/** Somebody more who is paid by a contrat: asked for one thing after the other, looked at, confirmed. */
export function Ajouter() {
  const { data } = useContrat();
  const [turn, setTurn] = useState(0);
  const { t } = useDisplay();
  const full = useFull();
  // The contrat as it was when one began: it changes under the screens that say so.
  const [contrat, setContrat] = useState<ContratEnDetail>();
  const told = data && !contrat ? full(data) : undefined;
  if (!contrat && data && !told) setContrat(data);
  if (!contrat || !data) {
    const back = `/contrats/${encodeURIComponent(data?.police ?? '')}/beneficiaires`;
    return (
      <ContratScreen
        title={() => t('beneficiaires.ajouter')}
        speech="beneficiaires.parole_relation"
        back={data && back}
      >
        {() => (told ? <Banner tone="info" title={told} /> : null)}
      </ContratScreen>
    );
  }
  return (
    <Adding
      key={turn}
      contrat={contrat}
      onMore={(beneficiaires) => {
        setContrat({ ...contrat, beneficiaires });
        setTurn(turn + 1);
      }}
    />
  );
}

interface Added {
  nom: string;
  beneficiaires: BeneficiaireLu[];
}

function Adding({ contrat, onMore }: { contrat: ContratEnDetail; onMore(beneficiaires: BeneficiaireLu[]): void }) {
  const { t } = useDisplay();
  const [nouveau, setNouveau] = useState<Nouveau>();
  const [looking, setLooking] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [added, setAdded] = useState<Added>();
  if (added) {
    const { beneficiaires, nom } = added;
    const room = beneficiaires.length < contrat.beneficiaires_max;
    const text = t('beneficiaires.ajoute', { nom });
    return (
      <Changed
        police={contrat.police}
        text={text}
        now={beneficiaires}
        onMore={room ? () => onMore(beneficiaires) : undefined}
      />
    );
  }
  if (nouveau && looking) {
    return (
      <Revoir
        contrat={contrat}
        nouveau={nouveau}
        back={() => setLooking(false)}
        onAdded={(beneficiaires) => setAdded({ beneficiaires, nom: nameOf(nouveau) })}
        onRefused={(given) => {
          setErrors(given);
          setLooking(false);
        }}
      />
    );
  }
  return (
    <Demander
      contrat={contrat}
      given={nouveau}
      errors={errors}
      onDone={(whole) => {
        setErrors({});
        setNouveau(whole);
        setLooking(true);
      }}
    />
  );
}
