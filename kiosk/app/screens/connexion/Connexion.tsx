import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Problem } from '../../api/problem.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import type { Keys } from '../../components/keyboard/layouts.ts';
import { Screen } from '../../components/Screen.tsx';
import { Trouble } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { type Opened, useSession } from '../../session/session.tsx';

type Step = 'police' | 'telephone' | 'code';

/** A code is on its way: what is sent along with it. */
interface Promised {
  code: { id: string; expire_le: string };
  demonstration?: string;
}

const keysOf: Record<Step, Keys> = { police: 'police', telephone: 'telephone', code: 'chiffres' };
const before: Record<Step, Step | '/'> = { police: '/', telephone: 'police', code: 'telephone' };

/** Who is there: the police, then the telephone, then a code where one is asked for. */
export function Connexion() {
  const { t } = useDisplay();
  const { api, support, enter } = useSession();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>('police');
  const [typed, setTyped] = useState<Record<Step, string>>({ police: '', telephone: '', code: '' });
  const [promised, setPromised] = useState<Promised>();
  const [problem, setProblem] = useState<Problem>();
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);

  function go(next: Step | '/') {
    setProblem(undefined);
    setEmpty(false);
    if (next === '/') navigate('/');
    else setStep(next);
  }

  async function signIn() {
    setBusy(true);
    const { police, telephone, code } = typed;
    const given = promised ? { code: { id: promised.code.id, code } } : {};
    const body = { police, telephone, canal: support, ...(support === 'espace' ? { cookie: true } : {}), ...given };
    try {
      const answer = await api.send<Opened | Promised>('POST', '/auth/login', { body });
      if ('code' in answer) {
        setPromised(answer);
        setTyped({ ...typed, code: '' });
        return go('code');
      }
      enter(answer, police);
      navigate('/tableau', { replace: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setEmpty(typed[step].trim() === '');
    if (typed[step].trim() === '') return;
    if (step === 'police') go('telephone');
    else void signIn();
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step={step}
        title={t(`connexion.titre_${step}`)}
        lead={t(`connexion.aide_${step}`)}
        speech={`connexion.parole_${step}`}
        back={() => go(before[step])}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward busy={busy}>
            {step === 'police' ? t('commun.continuer') : t('connexion.entrer')}
          </Button>
        }
      >
        <Field
          key={step}
          label={t(`connexion.${step}`)}
          keys={keysOf[step]}
          value={typed[step]}
          onChange={(value) => setTyped({ ...typed, [step]: value })}
          error={empty ? t(`connexion.${step}_vide`) : undefined}
          maxLength={40}
          autoFocus
        />
        {problem ? <Trouble problem={problem} /> : null}
        {step === 'code' && promised?.demonstration ? (
          <Banner tone="info" title={t('connexion.demonstration')}>
            <p>{promised.demonstration}</p>
          </Banner>
        ) : null}
      </Screen>
    </form>
  );
}
