import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useClient } from '../../session/session.tsx';
import { Attente } from './Attente.tsx';
import { Choisir } from './Choisir.tsx';
import { Echoue } from './Echoue.tsx';
import { useEnRoute } from './en-route.ts';
import type { Intention } from './intention.ts';
import { Partie } from './Partie.tsx';
import { Reussi } from './Reussi.tsx';
import { readable } from './telephone.ts';

/** Paying for one contrat: what, how, and then the wait until the telephone has confirmed. */
export function PayerContrat() {
  const { police = '' } = useParams();
  const client = useClient();
  const navigate = useNavigate();
  const { enRoute, keep, forget } = useEnRoute(police);
  const [stopped, setStopped] = useState(false);
  const [before, setBefore] = useState<Intention>();

  if (!enRoute) return <Choisir key={police} police={police} before={before} onAccepted={keep} />;
  if (stopped) return <Partie montant={enRoute.montant} onResume={() => setStopped(false)} />;

  const { suivi, montant, intention } = enRoute;
  return (
    <Attente
      suivi={suivi}
      montant={montant}
      telephone={intention.telephone ?? readable(client.telephone)}
      onStop={() => setStopped(true)}
    >
      {(etat) =>
        etat.etat === 'reussi' ? (
          <Reussi etat={etat} police={police} onSeen={forget} />
        ) : (
          <Echoue
            etat={etat}
            onSeen={forget}
            onDone={() => navigate('/tableau')}
            onRetry={() => {
              setBefore(intention);
              keep(null);
            }}
          />
        )
      }
    </Attente>
  );
}
