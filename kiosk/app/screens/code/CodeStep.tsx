import { Check, MessageSquareText, RotateCw } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useRead } from '../../api/read.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { readable } from '../paiement/telephone.ts';
import { NotSent } from './NotSent.tsx';
import type { Coded, Promised } from './use-coded.ts';

const whole = /^\d{6}$/;

/** The six digits that came by SMS, before something that changes rights. */
export function CodeStep({ coded, promised }: { coded: Coded; promised: Promised }) {
  const { t } = useDisplay();
  const { support } = useSession();
  const { data: reglages } = useRead<{ code_essais: number }>('/borne/reglages');
  const [typed, setTyped] = useState('');
  const [short, setShort] = useState(false);
  const { wrong, problem, busy } = coded;
  const left = (reglages?.code_essais ?? 5) - wrong;
  // It may be done already: the same digits again are told so, others would be something new.
  const unsure = problem?.status === 0 && problem.code !== 'hors_ligne';
  const refused = problem?.errors.code ? problem.message : undefined;
  const error = short ? t('connexion.code_vide') : left > 0 ? refused : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    const digits = typed.replace(/\s/g, '');
    setShort(!whole.test(digits));
    if (whole.test(digits) && left > 0) void coded.enter(digits);
  }

  async function again() {
    setTyped('');
    setShort(false);
    await coded.again();
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step="code"
        title={t('connexion.titre_code')}
        lead={t('code.parti', { telephone: readable(promised.telephone) })}
        speech="connexion.parole_code"
        back={coded.leave}
        actions={
          left > 0 ? (
            <Button type="submit" size="large" icon={unsure ? RotateCw : Check} busy={busy}>
              {t(unsure ? 'commun.reessayer' : 'code.valider')}
            </Button>
          ) : (
            <Button size="large" icon={MessageSquareText} busy={busy} onClick={again}>
              {t('code.renvoyer')}
            </Button>
          )
        }
      >
        {left > 0 ? (
          <Field
            key={promised.id}
            label={t('connexion.code')}
            keys="chiffres"
            value={typed}
            onChange={(text) => {
              if (!unsure) setTyped(text.replace(/\D/g, '').slice(0, 6));
            }}
            hint={wrong > 0 ? t('code.essais', { n: left }) : undefined}
            error={error}
            maxLength={6}
            autoComplete={support === 'espace' ? 'one-time-code' : undefined}
            autoFocus
          />
        ) : (
          <Banner tone="grave" title={t('code.epuise')} />
        )}
        {problem && !problem.errors.code ? <NotSent problem={problem} /> : null}
        {left > 0 && !unsure ? (
          <Button variant="quiet" icon={MessageSquareText} onClick={again}>
            {t('code.renvoyer')}
          </Button>
        ) : null}
        {promised.demonstration ? (
          <Banner tone="info" title={t('connexion.demonstration')}>
            <p>{promised.demonstration}</p>
          </Banner>
        ) : null}
      </Screen>
    </form>
  );
}
