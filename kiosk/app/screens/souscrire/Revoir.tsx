import { RotateCw, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import type { PaiementEnRoute, ProduitPresente } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Screen } from '../../components/Screen.tsx';
import { said } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { grouped } from '../../texts/format.ts';
import { readable } from '../paiement/telephone.ts';
import { type Demande, etapeOf } from './demande.ts';

export interface Asked {
  /** Of the souscription. */
  numero: string;
  suivi: string;
}

interface Props {
  produit: ProduitPresente;
  demande: Demande;
  back(): void;
  onAccepted(asked: Asked): void;
  /** A field is not as it should be: in the server’s words. */
  onRefused(errors: Problem['errors']): void;
}

/** Everything once more before a souscription is made and the telephone is asked for the money. */
export function Revoir({ produit, demande, back, onAccepted, onRefused }: Props) {
  const { t } = useDisplay();
  const { api, support, client } = useSession();
  // One key for this look: however often the request is sent from here, it is one souscription and one payment.
  const [once] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | 'hors_ligne'>();
  const { montant = 0, periodicite = 'unique', operateur, telephone_payeur } = demande;
  const own = client ? readable(client.telephone) : demande.telephone;

  async function ask() {
    if (!navigator.onLine) return setProblem('hors_ligne');
    setBusy(true);
    setProblem(undefined);
    const { nom, prenom, telephone, consentement } = demande;
    const who = client ? {} : { nom, prenom, telephone };
    const what = { produit: produit.code, montant, periodicite, operateur, telephone_payeur, consentement };
    try {
      const body = { ...what, ...who, canal: support };
      onAccepted(await api.send<PaiementEnRoute & Asked>('POST', '/borne/souscriptions', { body, once }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setBusy(false);
      if (Object.keys(error.errors).some((field) => etapeOf[field])) onRefused(error.errors);
      else setProblem(error);
    }
  }

  const facts: Fact[] = [
    [t('souscrire.assurance'), produit.nom],
    [t('souscrire.titre_rythme'), t(`souscrire.rythme_${periodicite}`)],
    ...(client ? [] : [[t('souscrire.pour'), `${demande.prenom} ${demande.nom}`] as const]),
    ...(client ? [] : [[t('souscrire.telephone'), demande.telephone] as const]),
    [t('payer.numero'), telephone_payeur ?? own],
    ...(operateur ? [[t('payer.compte'), t(`payer.${operateur}`)] as const] : []),
  ];
  const again = problem === 'hors_ligne' || problem?.status === 0;
  return (
    <Screen
      step="revoir"
      title={t('payer.titre_revoir')}
      speech="payer.parole_revoir"
      speechValues={{ montant: grouped(montant) }}
      back={back}
      actions={
        <Button size="large" icon={again ? RotateCw : Smartphone} busy={busy} onClick={ask}>
          {t(again ? 'commun.reessayer' : 'payer.demander')}
        </Button>
      }
    >
      <Card>
        <p>{t('souscrire.premier')}</p>
        <Amount value={montant} size="huge" />
        <Facts facts={facts} />
      </Card>
      {problem ? <PasParti problem={problem} /> : <p>{t('payer.rien_encore')}</p>}
    </Screen>
  );
}

/** Why nothing has left, or is not known to have: nothing is sent later by itself. */
function PasParti({ problem }: { problem: Problem | 'hors_ligne' }) {
  const { t } = useDisplay();
  if (problem === 'hors_ligne')
    return (
      <Banner tone="grave" title={t('payer.hors_ligne')}>
        <p>{t('payer.hors_ligne_texte')}</p>
      </Banner>
    );
  if (problem.status === 0)
    return (
      <Banner tone="alert" title={t('payer.sans_reponse')}>
        <p>{t('payer.sans_reponse_texte')}</p>
      </Banner>
    );
  return <Banner tone="grave" title={said(problem, t)} />;
}
