import { Smartphone, Users } from 'lucide-react';
import { useState } from 'react';
import { Screen } from '../../components/Screen.tsx';
import { TileButton } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { ChoisirTelephone } from '../paiement/ChoisirTelephone.tsx';

interface Props {
  /** The one that was just typed. */
  own: string;
  value?: string;
  error?: string;
  back(): void;
  onChoose(telephone: string | undefined): void;
}

/** Which telephone pays. Whoever has not signed in has typed theirs a moment ago. */
export function Payeur({ own, value, error, back, onChoose }: Props) {
  const { t } = useDisplay();
  const { client } = useSession();
  const [other, setOther] = useState(error !== undefined);
  if (client) return <ChoisirTelephone value={value} error={error} back={back} onChoose={onChoose} />;
  if (other) return <ChoisirTelephone value={value} error={error} back={() => setOther(false)} onChoose={onChoose} />;
  return (
    <Screen step="payeur" title={t('payer.titre_telephone')} speech="payer.parole_telephone" back={back}>
      <TileButton main icon={Smartphone} title={t('payer.le_votre')} text={own} onClick={() => onChoose(undefined)} />
      <TileButton
        icon={Users}
        title={t('payer.un_autre')}
        text={t('payer.un_autre_texte')}
        onClick={() => setOther(true)}
      />
    </Screen>
  );
}
