import { RotateCw, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import type { ContratEnDetail, PaiementEnRoute, Rattrapage } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient, useSession } from '../../session/session.tsx';
import { francs, grouped } from '../../texts/format.ts';
import type { EnRoute } from './en-route.ts';
import type { Intention } from './intention.ts';
import { typeOf } from './offres.ts';
import { PasParti } from './PasParti.tsx';
import { readable } from './telephone.ts';

/** A choice that the server does not accept, in its words. */
export interface Refus {
  field: 'montant' | 'telephone';
  message: string;
}

interface Props {
  contrat: ContratEnDetail;
  rattrapage: Rattrapage;
  intention: Intention;
  back(): void;
  onAccepted(enRoute: EnRoute): void;
  onRefused(refus: Refus): void;
}

/** Everything once more before the telephone is asked for the money. */
export function Revoir({ contrat, rattrapage, intention, back, onAccepted, onRefused }: Props) {
  const { t, day, shortDay } = useDisplay();
  const { api } = useSession();
  const client = useClient();
  const { offre, telephone, operateur } = intention;
  const { police, produit } = contrat;
  // One key for this look: however often the request is sent from here, it is one payment.
  const [once] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | 'hors_ligne'>();

  async function ask() {
    if (!navigator.onLine) return setProblem('hors_ligne');
    setBusy(true);
    setProblem(undefined);
    const renews = offre.objet === 'renouvellement';
    const what = renews ? {} : { montant: offre.montant, type: typeOf(offre) };
    const path = `/contrats/${encodeURIComponent(police)}/${renews ? 'renouveler' : 'payer'}`;
    try {
      const { suivi, montant = offre.montant } = await api.send<PaiementEnRoute & { montant?: number }>('POST', path, {
        body: { operateur, telephone, ...what },
        once,
      });
      onAccepted({ suivi, montant, intention });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setBusy(false);
      const field = (['montant', 'telephone'] as const).find((each) => error.errors[each]);
      const own = field === 'montant' ? offre.objet === 'autre' : telephone !== undefined;
      if (field && own) onRefused({ field, message: error.errors[field]?.[0] ?? '' });
      else setProblem(error);
    }
  }

  const facts: Fact[] = [
    [t('payer.pour'), t(offre.objet === 'du' ? 'payer.objet_du' : `payer.${offre.objet}`)],
    [t('payer.contrat'), `${produit}, ${police}`],
    ...(offre.debut && offre.fin
      ? [['', t('payer.periode', { debut: shortDay(offre.debut), fin: shortDay(offre.fin) })] as const]
      : []),
    ...(offre.couvert
      ? [[t('payer.couverture'), t('payer.couvert_jusqu_au', { jour: day(offre.couvert) })] as const]
      : []),
    [t('payer.telephone'), telephone ?? readable(client.telephone)],
    [t('payer.compte'), t(`payer.${operateur}`)],
  ];
  const least = rattrapage.montant;
  const again = problem === 'hors_ligne' || problem?.status === 0;
  return (
    <Screen
      step="revoir"
      title={t('payer.titre_revoir')}
      speech="payer.parole_revoir"
      speechValues={{ montant: grouped(offre.montant) }}
      back={back}
      actions={
        <Button size="large" icon={again ? RotateCw : Smartphone} busy={busy} onClick={ask}>
          {t(again ? 'commun.reessayer' : 'payer.demander')}
        </Button>
      }
    >
      <Card>
        <p>{t('payer.a_payer')}</p>
        <Amount value={offre.montant} size="huge" />
        <Facts facts={facts} />
      </Card>
      {offre.objet === 'autre' && offre.montant < least ? (
        <Banner tone="alert" title={t('payer.pas_assez', { montant: francs(least) })} />
      ) : null}
      {problem ? <PasParti problem={problem} police={police} /> : <p>{t('payer.rien_encore')}</p>}
    </Screen>
  );
}
