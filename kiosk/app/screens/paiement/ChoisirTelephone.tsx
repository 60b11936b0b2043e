import { ArrowRight, Smartphone, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { readable } from './telephone.ts';

interface Props {
  /** Another one than the client’s own, typed before. */
  value?: string;
  /** What the server said of it. */
  error?: string;
  back(): void;
  /** @param telephone as it was typed; none is the client’s own on file */
  onChoose(telephone: string | undefined): void;
}

/** Which telephone pays: the client’s own, of which only the end is shown, or another. */
export function ChoisirTelephone({ value, error, back, onChoose }: Props) {
  const { t } = useDisplay();
  const { client } = useSession();
  const [other, setOther] = useState(error !== undefined || !client);
  if (other)
    return <Numero value={value} error={error} back={() => (client ? setOther(false) : back())} onChoose={onChoose} />;
  return (
    <Screen step="telephone" title={t('payer.titre_telephone')} speech="payer.parole_telephone" back={back}>
      <TileButton
        main
        icon={Smartphone}
        title={t('payer.le_votre')}
        text={readable(client?.telephone ?? '')}
        onClick={() => onChoose(undefined)}
      />
      <TileButton
        icon={Users}
        title={t('payer.un_autre')}
        text={t('payer.un_autre_texte')}
        onClick={() => setOther(true)}
      />
    </Screen>
  );
}

/** Digits enough for a telephone; the server knows the numbers of its countries. */
const whole = /^\+?\d{8,15}$/;

function Numero({ value = '', error, back, onChoose }: Props) {
  const { t } = useDisplay();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (whole.test(typed.replace(/[ .-]/g, ''))) onChoose(typed.trim());
    else setTold(t('payer.numero_vide'));
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step="numero"
        title={t('payer.titre_numero')}
        speech="payer.parole_numero"
        back={back}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward>
            {t('commun.continuer')}
          </Button>
        }
      >
        <Field
          label={t('payer.numero')}
          hint={t('payer.numero_aide')}
          keys="telephone"
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setTold(undefined);
          }}
          error={told}
          maxLength={20}
          autoFocus
        />
      </Screen>
    </form>
  );
}
