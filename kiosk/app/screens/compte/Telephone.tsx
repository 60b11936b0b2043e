import { useQueryClient } from '@tanstack/react-query';
import { Check, House } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Facts } from '../../components/Facts.tsx';
import { FieldStep } from '../../components/FieldStep.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient, useSession } from '../../session/session.tsx';
import { CodeStep } from '../code/CodeStep.tsx';
import { NotSent } from '../code/NotSent.tsx';
import { useCoded } from '../code/use-coded.ts';
import { readable } from '../paiement/telephone.ts';
import styles from './Telephone.module.css';

const whole = /^\+?\d{8,15}$/;

type Etape = { at: 'taper'; error?: string } | { at: 'revoir' } | { at: 'fait'; telephone: string };

/** Another telephone for the client: typed, looked at in large digits, confirmed from the old one. */
export function Telephone() {
  const { t } = useDisplay();
  const navigate = useNavigate();
  const [etape, setEtape] = useState<Etape>({ at: 'taper' });
  const [typed, setTyped] = useState('');
  if (etape.at === 'revoir') {
    return (
      <Revoir
        telephone={typed}
        back={() => setEtape({ at: 'taper' })}
        onDone={(telephone) => setEtape({ at: 'fait', telephone })}
        onRefused={(error) => setEtape({ at: 'taper', error })}
      />
    );
  }
  if (etape.at === 'fait') {
    return (
      <Screen
        step="fait"
        title={t('compte.titre_fait')}
        speech="compte.parole_fait"
        actions={
          <ButtonLink size="large" icon={House} to="/tableau">
            {t('compte.retour')}
          </ButtonLink>
        }
      >
        <Banner tone="good" title={t('compte.fait', { telephone: readable(etape.telephone) })}>
          <p>{t('compte.fait_texte')}</p>
        </Banner>
      </Screen>
    );
  }
  return (
    <FieldStep
      step="taper"
      title={t('compte.titre_telephone')}
      speech="compte.parole_telephone"
      label={t('compte.nouveau')}
      hint={t('compte.telephone_aide')}
      keys="telephone"
      value={typed}
      error={etape.error}
      maxLength={20}
      check={(text) => (whole.test(text.replace(/[ .-]/g, '')) ? undefined : t('compte.telephone_vide'))}
      back={() => navigate('/compte')}
      onNext={(text) => {
        setTyped(text);
        setEtape({ at: 'revoir' });
      }}
    />
  );
}

interface RevoirProps {
  telephone: string;
  back(): void;
  /** @param telephone the new one, masked */
  onDone(telephone: string): void;
  /** What is wrong with the number. */
  onRefused(error: string): void;
}

function Revoir({ telephone, back, onDone, onRefused }: RevoirProps) {
  const { t } = useDisplay();
  const { api, changed } = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const [once] = useState(() => crypto.randomUUID());
  const coded = useCoded({
    but: 'telephone',
    send: (code) =>
      api.send<{ telephone: string }>('PUT', `/clients/${encodeURIComponent(client.police)}/telephone`, {
        body: { telephone, code },
        once,
      }),
    onDone(answer) {
      changed(answer);
      onDone(answer.telephone);
      void queries.invalidateQueries({ queryKey: ['api'] });
    },
    onRefused: ({ errors: { telephone: wrong } }) => wrong?.[0] && onRefused(wrong[0]),
  });
  if (coded.promised) return <CodeStep coded={coded} promised={coded.promised} />;
  return (
    <Screen
      step="revoir"
      title={t('compte.titre_revoir')}
      speech="compte.parole_revoir"
      back={back}
      actions={
        <Button size="large" icon={Check} busy={coded.busy} onClick={coded.begin}>
          {t('compte.changer')}
        </Button>
      }
    >
      <Card>
        <p>{t('compte.nouveau')}</p>
        <p className={styles.nouveau}>{aloud(telephone)}</p>
        <Facts facts={[[t('compte.actuel'), readable(client.telephone)]]} />
      </Card>
      <Banner tone="info" title={t('compte.code_ancien')} />
      {coded.problem ? <NotSent problem={coded.problem} /> : null}
    </Screen>
  );
}

/** As a number is read aloud here: `05 555 44 33`. */
const aloud = (telephone: string): string =>
  telephone
    .replace(/[ .-]/g, '')
    .replace(/^(\+242)?(\d{2})(\d{3})(\d{2})(\d{2})$/, (_, code = '', ...digits) =>
      [code, ...digits.slice(0, 4)].filter(Boolean).join(' '),
    );
