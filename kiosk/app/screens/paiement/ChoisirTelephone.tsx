import { Smartphone, Users } from 'lucide-react';
import { useState } from 'react';
import { FieldStep } from '../../components/FieldStep.tsx';
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
  return (
    <FieldStep
      step="numero"
      title={t('payer.titre_numero')}
      speech="payer.parole_numero"
      label={t('payer.numero')}
      hint={t('payer.numero_aide')}
      keys="telephone"
      maxLength={20}
      value={value}
      error={error}
      check={(typed) => (whole.test(typed.replace(/[ .-]/g, '')) ? undefined : t('payer.numero_vide'))}
      back={back}
      onNext={onChoose}
    />
  );
}
