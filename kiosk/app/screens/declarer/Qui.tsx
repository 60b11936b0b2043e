import { Baby, Heart, HeartHandshake, UserRound, UserRoundPen, Users } from 'lucide-react';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { type Lien, liens } from './declaration.ts';

interface QuiProps {
  back(): void;
  onSelf(): void;
  onOther(): void;
}

/** Whether the client declares, or somebody for them. */
export function QuiStep({ back, onSelf, onOther }: QuiProps) {
  const { t } = useDisplay();
  return (
    <Screen step="qui" title={t('declarer.titre_qui')} speech="declarer.parole_qui" back={back}>
      <TileButton main icon={UserRound} title={t('declarer.moi')} onClick={onSelf} />
      <TileButton icon={Users} title={t('declarer.autre')} text={t('declarer.autre_texte')} onClick={onOther} />
    </Screen>
  );
}

const icons = {
  conjoint: Heart,
  enfant: Baby,
  parent: UserRound,
  beneficiaire: HeartHandshake,
  autre: UserRoundPen,
} as const;

/** What whoever declares is to the insured. */
export function LienStep({ back, onNext }: { back(): void; onNext(lien: Lien): void }) {
  const { t } = useDisplay();
  return (
    <Screen step="lien" title={t('declarer.titre_lien')} speech="declarer.parole_lien" back={back}>
      <Tiles>
        {liens.map((lien) => (
          <TileButton key={lien} icon={icons[lien]} title={t(`declarer.lien_${lien}`)} onClick={() => onNext(lien)} />
        ))}
      </Tiles>
    </Screen>
  );
}
