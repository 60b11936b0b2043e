import { useState } from 'react';
import type { ContratEnDetail } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import { ContratScreen, useContrat } from '../contrat/ContratScreen.tsx';
import { usePhotos } from '../photos/use-photos.ts';
import { Demander } from './Demander.tsx';
import type { Declaration } from './declaration.ts';
import { type Declared, Fait } from './Fait.tsx';
import { Revoir } from './Revoir.tsx';

/** Something happened: told step by step, looked at, declared; then the photos go. */
export function DeclarerContrat() {
  const { t } = useDisplay();
  const client = useClient();
  const { data } = useContrat();
  if (data && data.garanties.length > 0) return <Telling key={client.police} contrat={data} />;
  return (
    <ContratScreen title={() => t('declarer.titre_quoi')} speech="declarer.parole_quoi">
      {() => <Banner tone="info" title={t('declarer.sans_garantie')} />}
    </ContratScreen>
  );
}

type Etape = { at: 'demander' } | { at: 'revoir' } | { at: 'fait'; declared: Declared };

function Telling({ contrat }: { contrat: ContratEnDetail }) {
  const picked = usePhotos();
  const [etape, setEtape] = useState<Etape>({ at: 'demander' });
  const [declaration, setDeclaration] = useState<Declaration>();
  const [errors, setErrors] = useState<Readonly<Record<string, readonly string[]>>>({});
  if (etape.at === 'fait') {
    return <Fait contrat={contrat} declared={etape.declared} photos={picked.photos} />;
  }
  if (etape.at === 'revoir' && declaration) {
    return (
      <Revoir
        contrat={contrat}
        declaration={declaration}
        photos={picked.photos}
        back={() => setEtape({ at: 'demander' })}
        onDeclared={(declared) => setEtape({ at: 'fait', declared })}
        onRefused={(given) => {
          setErrors(given);
          setEtape({ at: 'demander' });
        }}
      />
    );
  }
  return (
    <Demander
      contrat={contrat}
      given={declaration}
      errors={errors}
      picked={picked}
      onDone={(whole) => {
        setErrors({});
        setDeclaration(whole);
        setEtape({ at: 'revoir' });
      }}
    />
  );
}
