import { useDisplay } from '../display/display.tsx';
import { dayOf, strokes, typedDay } from '../texts/days.ts';
import type { TextKey } from '../texts/texts.ts';
import { FieldStep } from './FieldStep.tsx';

interface Props {
  step: string;
  title: string;
  speech: TextKey;
  label: string;
  /** ISO. */
  value?: string;
  /** What the server said of it. */
  error?: string;
  /** The first and the last that may be, ISO. */
  from: string;
  to: string;
  back(): void;
  skip?: { label: string; onSkip(): void };
  /** @param day ISO */
  onNext(day: string): void;
}

/** A day in digits, said in words as soon as it is whole. */
export function DayStep({ value, from, to, onNext, ...rest }: Props) {
  const { t, day } = useDisplay();

  function check(typed: string): string | undefined {
    const iso = dayOf(typed);
    if (!iso || iso < from) return t('jour.impossible');
    return iso > to ? t('jour.futur') : undefined;
  }

  return (
    <FieldStep
      {...rest}
      keys="chiffres"
      hint={t('jour.aide')}
      value={typedDay(value)}
      maxLength={10}
      format={strokes}
      check={check}
      onNext={(typed) => onNext(dayOf(typed) as string)}
    >
      {(typed) => {
        const iso = dayOf(typed);
        return <h2 aria-live="polite">{iso && iso >= from ? day(iso) : ''}</h2>;
      }}
    </FieldStep>
  );
}
