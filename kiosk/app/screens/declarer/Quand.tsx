import { CalendarCheck, CalendarDays, CalendarMinus } from 'lucide-react';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { dayBefore } from '../../texts/days.ts';

interface Props {
  /** ISO. */
  today: string;
  back(): void;
  onOther(): void;
  onNext(day: string): void;
}

/** On which day: most come at once. */
export function Quand({ today, back, onOther, onNext }: Props) {
  const { t, day } = useDisplay();
  const yesterday = dayBefore(today);
  return (
    <Screen step="quand" title={t('declarer.titre_quand')} speech="declarer.parole_quand" back={back}>
      <Tiles>
        <TileButton
          icon={CalendarCheck}
          title={t('declarer.aujourdhui')}
          text={day(today)}
          onClick={() => onNext(today)}
        />
        <TileButton
          icon={CalendarMinus}
          title={t('declarer.hier')}
          text={day(yesterday)}
          onClick={() => onNext(yesterday)}
        />
        <TileButton
          icon={CalendarDays}
          title={t('declarer.autre_jour')}
          text={t('declarer.autre_jour_texte')}
          onClick={onOther}
        />
      </Tiles>
    </Screen>
  );
}
