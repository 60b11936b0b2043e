import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { agree, possible, refuse, type Sujet, sujets } from '../../phone/push.ts';
import { useReminders } from '../../phone/use-reminders.ts';
import { useClient, useSession } from '../../session/session.tsx';
import type { TextKey } from '../../texts/texts.ts';
import { Subjects } from './Subjects.tsx';

/** What this telephone tells its owner of: asked for in plain words, and taken back with one touch. */
export function Notifications() {
  const { t } = useDisplay();
  const can = possible();
  return (
    <Screen
      title={t('telephone.notif')}
      lead={t('telephone.notif_lead')}
      speech="telephone.notif_parole"
      back="/compte"
    >
      {can === 'oui' ? <Choosing /> : null}
      {can === 'refuse' ? (
        <Banner tone="alert" title={t('telephone.notif_refuse')}>
          <p>{t('telephone.notif_refuse_aide')}</p>
        </Banner>
      ) : null}
      {can === 'installer' ? (
        <Banner tone="info" title={t('telephone.notif_installer')}>
          <p>{t('telephone.installer_apple')}</p>
        </Banner>
      ) : null}
      {can === 'non' ? <Banner tone="info" title={t('telephone.notif_non_possible')} /> : null}
    </Screen>
  );
}

function Choosing() {
  const { t } = useDisplay();
  const { api } = useSession();
  const client = useClient();
  const { data, isPending, keep } = useReminders();
  const [chosen, setChosen] = useState<readonly Sujet[]>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ tone: 'good' | 'alert'; text: TextKey }>();
  const [problem, setProblem] = useState<Problem>();

  if (isPending) return <Waiting />;
  const wanted = chosen ?? data ?? sujets;

  async function act(work: () => Promise<typeof told>) {
    setBusy(true);
    setProblem(undefined);
    setTold(undefined);
    try {
      setTold(await work());
    } catch (error) {
      // What is not the server’s word is the browser’s: it could not reach the service of its maker.
      if (error instanceof Problem) setProblem(error);
      else setTold({ tone: 'alert', text: 'telephone.notif_panne' });
    } finally {
      setBusy(false);
    }
  }

  const yes = () =>
    act(async () => {
      if (wanted.length === 0) return { tone: 'alert', text: 'telephone.notif_aucun' };
      const taken = await agree(api, client, wanted);
      if (!taken) return { tone: 'alert', text: 'telephone.notif_pas_accorde' };
      keep(taken);
      return { tone: 'good', text: 'telephone.notif_garde' };
    });

  const no = () =>
    act(async () => {
      await refuse(api);
      keep(null);
      setChosen(undefined);
      return { tone: 'good', text: 'telephone.notif_arrete' };
    });

  return (
    <>
      {told ? <Banner tone={told.tone} title={t(told.text)} /> : null}
      {!told && data ? <Banner tone="good" title={t('telephone.notif_actif')} /> : null}
      {problem ? <Trouble problem={problem} /> : null}
      <Card>
        <Subjects chosen={wanted} onChange={setChosen} />
      </Card>
      <p>{t('telephone.notif_prive')}</p>
      <Button size="large" icon={Bell} busy={busy} onClick={yes}>
        {t(data ? 'telephone.notif_changer' : 'telephone.notif_oui')}
      </Button>
      {data ? (
        <Button variant="secondary" size="large" icon={BellOff} busy={busy} onClick={no}>
          {t('telephone.notif_non')}
        </Button>
      ) : null}
    </>
  );
}
